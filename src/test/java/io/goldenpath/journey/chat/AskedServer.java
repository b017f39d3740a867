package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.FakeAgent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A platform that serves one question a socket, and is asked over it or by HTTP calls. */
final class AskedServer extends Dispatcher implements AutoCloseable {

  static final String TOKEN = "a-token-of-this-platform";

  /** Method and target of each request, with its body. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  final List<String> received = new CopyOnWriteArrayList<>();

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Function<RecordedRequest, MockResponse>> routes =
      new ConcurrentHashMap<>();
  private volatile boolean givesTurns = true;
  private volatile @Nullable WebSocket latest;

  AskedServer() throws IOException {
    server.setDispatcher(this);
    server.start();
  }

  AskedServer on(String route, Function<RecordedRequest, MockResponse> reply) {
    routes.put(route, reply);
    return this;
  }

  /** It never asks for a question that waits for its turn. */
  AskedServer givesNoTurns() {
    givesTurns = false;
    return this;
  }

  String http() {
    return "http://127.0.0.1:" + server.getPort();
  }

  String ws() {
    return "ws://127.0.0.1:" + server.getPort() + "/ws";
  }

  List<String> requestsTo(String route) {
    return requests.stream().filter(request -> request.startsWith(route)).toList();
  }

  /** Answers on the latest socket what a call asks. */
  void answer(String question) {
    String message =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of("type", "user_message", "payload", Map.of("content", question)));
    WebSocket socket = latest;
    if (socket != null) {
      FakeAgent.frames(message).forEach(socket::send);
    }
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    requests.add(request.getMethod() + " " + request.getTarget() + " " + body(request));
    String route = request.getMethod() + " " + request.getUrl().encodedPath();
    return route.equals("GET /ws")
        ? new MockResponse.Builder().webSocketUpgrade(new OneQuestion(isKnown(request))).build()
        : routes.getOrDefault(route, _ -> reply(404)).apply(request);
  }

  /** Whoever says which token he has must have the right one. */
  private static boolean isKnown(RecordedRequest request) {
    String token = request.getUrl().queryParameter("token");
    return token == null || token.equals(TOKEN);
  }

  static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  static MockResponse reply(int status) {
    return new MockResponse.Builder().code(status).body("{\"detail\":\"of the call\"}").build();
  }

  @Override
  public void close() {
    server.close();
  }

  private final class OneQuestion extends WebSocketListener {

    private final boolean welcome;
    private boolean served;

    OneQuestion(boolean welcome) {
      this.welcome = welcome;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      latest = socket;
      if (!welcome) {
        return;
      }
      socket.send(
          "{\"type\":\"connection_established\",\"user_id\":\"user-1\",\"ticket\":\"t-4711-xyz\"}");
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      received.add(text);
      if (text.contains("\"join\"")) {
        if (givesTurns) {
          socket.send("{\"type\":\"your_turn\"}");
        }
      } else if (served) {
        socket.close(1008, "one question a socket");
      } else if (!asks(text)) {
        served = true;
        socket.send("{\"type\":\"error\",\"code\":\"bad_message\",\"message\":\"what?\"}");
      } else {
        served = true;
        FakeAgent.frames(text).forEach(socket::send);
      }
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      socket.close(code, reason);
    }

    private static boolean asks(String text) {
      try {
        return JsonMapper.shared().readTree(text).at("/payload/content").isString();
      } catch (JacksonException _) {
        return false;
      }
    }
  }
}
