package io.goldenpath.journey.login;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform that other people wrote: several ways to log in, and several to bring the token. */
public final class FakePlatform implements AutoCloseable {

  static final String EMAIL = "probe-a@example.com";
  static final String PASSWORD = "p\"4ss/wörd & more";
  public static final String KEY = "0123456789abcdef0123456789abcdef";
  public static final String USER = "user-1";

  private static final JsonMapper JSON = JsonMapper.shared();

  public final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  final FakeLogins logins = new FakeLogins();

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Function<RecordedRequest, MockResponse>> routes =
      new ConcurrentHashMap<>();
  private volatile String tokenMode = "upgrade";

  public FakePlatform() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            String route = request.getMethod() + " " + request.getUrl().encodedPath();
            return routes
                .getOrDefault(route, _ -> new MockResponse.Builder().code(404).build())
                .apply(request);
          }
        });
    on("POST /auth/login", logins::login);
    on("POST /oauth/token", logins::clientCredentials);
    on("GET /login", _ -> FakeLogins.page());
    on("POST /login", logins::form);
    on("GET /ws", this::socket);
    server.start();
  }

  public FakePlatform on(String route, Function<RecordedRequest, MockResponse> reply) {
    routes.put(route, reply);
    return this;
  }

  /** The token is expected in the first message: at once, or after the server has asked. */
  public FakePlatform asksForFirstMessage(boolean first) {
    tokenMode = first ? "asks" : "waits";
    return this;
  }

  public String http() {
    return "http://127.0.0.1:" + server.getPort();
  }

  public String ws() {
    return "ws://127.0.0.1:" + server.getPort() + "/ws";
  }

  public long count(String route) {
    return requests.stream()
        .filter(r -> (r.getMethod() + " " + r.getUrl().encodedPath()).equals(route))
        .count();
  }

  RecordedRequest last(String route) {
    return requests.stream()
        .filter(r -> (r.getMethod() + " " + r.getUrl().encodedPath()).equals(route))
        .reduce((_, next) -> next)
        .orElseThrow();
  }

  static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  public static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  public static String token(String subject, Duration life) {
    return JwtMaker.hs256(KEY, subject, Instant.now().plus(life));
  }

  public MockResponse socket(RecordedRequest request) {
    Optional<String> user = FakeLogins.carried(request).flatMap(logins::user);
    if (tokenMode.equals("upgrade") && user.isEmpty()) {
      return json(401, "{\"detail\":\"who are you?\"}");
    }
    MockResponse.Builder reply =
        new MockResponse.Builder().webSocketUpgrade(new AgentSocket(user.orElse("")));
    String offered = request.getHeaders().get("Sec-WebSocket-Protocol");
    if (offered != null && offered.contains("jwt-auth")) {
      reply.addHeader("Sec-WebSocket-Protocol", "jwt-auth");
    }
    return reply.build();
  }

  @Override
  public void close() {
    server.close();
  }

  /** Welcomes, and answers a question as the contract wants it. */
  private final class AgentSocket extends WebSocketListener {

    private String user;

    AgentSocket(String user) {
      this.user = user;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      if (tokenMode.equals("asks")) {
        socket.send("{\"type\":\"auth_required\",\"version\":3}");
      } else if (tokenMode.equals("upgrade")) {
        welcome(socket);
      }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      JsonNode message = JSON.readTree(text);
      switch (message.path("type").asString("")) {
        case "auth" -> {
          Optional<String> known = logins.user(message.path("token").asString(""));
          if (known.isPresent()) {
            user = known.get();
            welcome(socket);
          } else {
            socket.send("{\"type\":\"auth_invalid\",\"message\":\"no such token\"}");
            socket.close(1000, "");
          }
        }
        case "user_message" -> FakeAgent.frames(text).forEach(socket::send);
        default -> socket.close(1008, "what?");
      }
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      socket.close(code, reason);
    }

    private void welcome(WebSocket socket) {
      socket.send("{\"type\":\"connection_established\",\"user_id\":\"" + user + "\"}");
    }
  }
}
