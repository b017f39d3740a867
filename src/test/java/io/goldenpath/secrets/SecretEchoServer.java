package io.goldenpath.secrets;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import tools.jackson.databind.json.JsonMapper;

/** A platform that repeats whatever it is told, in every form that it can think of. */
final class SecretEchoServer implements AutoCloseable {

  static final String EMAIL = "Probe-A@secrets.example.com";
  static final String PASSWORD = "p4ss \"w/örd\" & mÖre";
  static final String CLIENT_SECRET = "cl1ent+secret=of/one";
  static final String API_KEY = "api-key-0987654321-zyx";
  static final String SIGNING_KEY = "sign-0123456789abcdef0123456789abcdef";
  static final String OPAQUE = "0paque-t0ken-0f-an-acc0unt";
  static final String TICKET = "t1cket-4711-0815";
  static final String COOKIE = "sess10n-c00kie-value";

  private final MockWebServer server = new MockWebServer();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();

  SecretEchoServer() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
  }

  /** All that must not be found anywhere, as it was said on the wire. */
  List<String> secrets() {
    List<String> all =
        new ArrayList<>(
            List.of(EMAIL, PASSWORD, CLIENT_SECRET, API_KEY, SIGNING_KEY, OPAQUE, TICKET, COOKIE));
    all.addAll(tokens);
    return all;
  }

  String http() {
    return "http://127.0.0.1:" + server.getPort();
  }

  String ws() {
    return "ws://127.0.0.1:" + server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    recordToken(request);
    return switch (request.getUrl().encodedPath()) {
      case "/login" ->
          json(200, "{\"access_token\":\"" + OPAQUE + "\",\"said\":" + jsonText(request) + "}");
      case "/refused" -> json(401, "{\"detail\":" + jsonText(request) + "}");
      case "/broken" -> json(500, requestText(request));
      case "/form" ->
          new MockResponse.Builder()
              .code(302)
              .addHeader("Location", "/home?code=" + TICKET)
              .addHeader("Set-Cookie", "SESSION=" + COOKIE + "; Path=/")
              .build();
      case "/prepare" -> json(200, "{\"ticket\":\"" + TICKET + "\"}");
      case "/ws" -> choosing(request, new Echo(requestText(request), false));
      case "/ws/rude" ->
          new MockResponse.Builder().webSocketUpgrade(new Echo(requestText(request), true)).build();
      default -> json(403, requestText(request));
    };
  }

  /** Chooses the first subprotocol, as browsers want it. */
  private static MockResponse choosing(RecordedRequest request, Echo echo) {
    MockResponse.Builder reply = new MockResponse.Builder().webSocketUpgrade(echo);
    String offered = request.getHeaders().get("Sec-WebSocket-Protocol");
    if (offered != null) {
      reply.addHeader("Sec-WebSocket-Protocol", offered.replaceFirst(",.*", ""));
    }
    return reply.build();
  }

  private void recordToken(RecordedRequest request) {
    String bearer = request.getHeaders().get("Authorization");
    if (bearer != null) {
      tokens.add(bearer.substring(bearer.indexOf(' ') + 1));
    }
  }

  /** The whole request, plainly and in other words. */
  private static String requestText(RecordedRequest request) {
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    StringBuilder said = new StringBuilder();
    request
        .getHeaders()
        .forEach(header ->
            said.append(header.getFirst()).append(": ").append(header.getSecond()).append(' '));
    String all = said.append(request.getTarget()).append(' ').append(body).toString();
    for (String word : List.of(EMAIL, PASSWORD, CLIENT_SECRET, API_KEY, OPAQUE, TICKET, COOKIE)) {
      if (all.contains(word) || all.contains(JsonMapper.shared().writeValueAsString(word))) {
        said.append(' ').append(encodings(word));
      }
    }
    return said.toString();
  }

  private static String encodings(String word) {
    byte[] bytes = ("user:" + word).getBytes(StandardCharsets.UTF_8);
    return String.join(
        " ",
        word,
        word.toLowerCase(Locale.ROOT),
        JsonMapper.shared().writeValueAsString(word),
        URLEncoder.encode(word, StandardCharsets.UTF_8),
        Base64.getEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static String jsonText(RecordedRequest request) {
    return JsonMapper.shared().writeValueAsString(requestText(request));
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  /** Welcomes, repeats, and breaks off with one more word. */
  private static final class Echo extends WebSocketListener {

    private final String said;
    private final boolean closes;

    Echo(String said, boolean closes) {
      this.said = said;
      this.closes = closes;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      if (closes) {
        socket.send(error(said));
        socket.close(1008, "no entry for " + EMAIL + " with " + PASSWORD);
      } else {
        socket.send(
            "{\"type\":\"connection_established\",\"said\":"
                + JsonMapper.shared().writeValueAsString(said)
                + "}");
      }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      if (text.contains("user_message")) {
        socket.send(
            "{\"type\":\"agent_started\",\"run_id\":\"r\",\"agent_name\":"
                + JsonMapper.shared().writeValueAsString(said)
                + "}");
        socket.send(
            "{\"type\":\"agent_completed\",\"run_id\":\"r\",\"final_response\":"
                + JsonMapper.shared().writeValueAsString(said)
                + "}");
        socket.send(error(said));
        socket.send("no JSON: " + said);
      } else {
        socket.send(error(text));
      }
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      socket.close(code, reason);
    }

    private static String error(String text) {
      return "{\"type\":\"error_message\",\"error_code\":\"X\",\"error_message\":"
          + JsonMapper.shared().writeValueAsString(text)
          + "}";
    }
  }
}
