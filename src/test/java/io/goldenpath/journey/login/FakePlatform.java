package io.goldenpath.journey.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  static final String USER = "user-1";

  private static final JsonMapper JSON = JsonMapper.shared();

  public final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  final Set<String> sessions = ConcurrentHashMap.newKeySet();

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Function<RecordedRequest, MockResponse>> routes =
      new ConcurrentHashMap<>();
  private volatile String doorMode = "upgrade";

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
    on("POST /auth/login", this::login);
    on("POST /oauth/token", this::clientCredentials);
    on("GET /login", _ -> page());
    on("POST /login", this::form);
    on("GET /ws", this::socket);
    server.start();
  }

  public FakePlatform on(String route, Function<RecordedRequest, MockResponse> reply) {
    routes.put(route, reply);
    return this;
  }

  /** The token is expected in the first message: at once, or after the server has asked. */
  public FakePlatform asksForFirstMessage(boolean first) {
    doorMode = first ? "asks" : "waits";
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

  static String token(String subject, Duration life) {
    return JwtMaker.hs256(KEY, subject, Instant.now().plus(life));
  }

  private MockResponse login(RecordedRequest request) {
    JsonNode body = JSON.readTree(body(request));
    boolean right =
        body.path("email").asString("").equals(EMAIL)
            && body.path("password").asString("").equals(PASSWORD);
    return right
        ? json(
            200,
            "{\"access_token\":\"%s\",\"expires_in\":900,\"user\":{\"id\":\"%s\"}}"
                .formatted(token(USER, Duration.ofMinutes(15)), USER))
        : json(401, "{\"detail\":\"Invalid credentials\"}");
  }

  private MockResponse clientCredentials(RecordedRequest request) {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("probe%3Aone:s3cr%26t-of-one".getBytes(StandardCharsets.UTF_8));
    boolean right =
        basic.equals(request.getHeaders().get("Authorization"))
            && body(request).equals("grant_type=client_credentials&scope=chat+read");
    return right
        ? json(
            200,
            "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":60}"
                .formatted(token(USER, Duration.ofMinutes(15))))
        : json(401, "{\"error\":\"invalid_client\"}");
  }

  private static MockResponse page() {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/html;charset=UTF-8")
        .addHeader("Set-Cookie", "visitor=v-123456; Path=/; HttpOnly")
        .addHeader("Set-Cookie", "XSRF-TOKEN=x-987654; Path=/")
        .body("<form><input name=\"_csrf\" value=\"c5rf&amp;+/=\" /></form>")
        .build();
  }

  private MockResponse form(RecordedRequest request) {
    Map<String, String> fields =
        Arrays.stream(body(request).split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    boolean right =
        EMAIL.equals(fields.get("username"))
            && PASSWORD.equals(fields.get("password"))
            && "c5rf&+/=".equals(fields.get("_csrf"))
            && String.valueOf(request.getHeaders().get("Cookie")).contains("visitor=v-123456");
    MockResponse.Builder reply = new MockResponse.Builder().code(302);
    if (!right) {
      return reply.addHeader("Location", "/login?error").build();
    }
    String session = "s-" + sessions.size() + "-abcdefghijkl";
    sessions.add(session);
    return reply
        .addHeader("Location", "/home?code=code-4711-secret")
        .addHeader("Set-Cookie", "SESSION=" + session + "; Path=/; HttpOnly; SameSite=Lax")
        .build();
  }

  public MockResponse socket(RecordedRequest request) {
    Optional<String> user = carried(request).flatMap(this::user);
    if (doorMode.equals("upgrade") && user.isEmpty()) {
      return json(401, "{\"detail\":\"who are you?\"}");
    }
    MockResponse.Builder reply =
        new MockResponse.Builder().webSocketUpgrade(new Host(user.orElse("")));
    String offered = request.getHeaders().get("Sec-WebSocket-Protocol");
    if (offered != null && offered.contains("jwt-auth")) {
      reply.addHeader("Sec-WebSocket-Protocol", "jwt-auth");
    }
    return reply.build();
  }

  /** The token or session of an upgrade, wherever it is. */
  private static Optional<String> carried(RecordedRequest request) {
    List<String> found = new ArrayList<>();
    String bearer = request.getHeaders().get("Authorization");
    if (bearer != null && bearer.startsWith("Bearer ")) {
      found.add(bearer.substring(7));
    }
    String protocols = request.getHeaders().get("Sec-WebSocket-Protocol");
    if (protocols != null && protocols.contains("jwt.")) {
      String encoded = protocols.substring(protocols.indexOf("jwt.") + 4).split(",", 2)[0].strip();
      found.add(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    }
    Optional.ofNullable(request.getUrl().queryParameter("token")).ifPresent(found::add);
    String cookies = request.getHeaders().get("Cookie");
    if (cookies != null) {
      Arrays.stream(cookies.split("; "))
          .filter(cookie -> cookie.startsWith("SESSION=") || cookie.startsWith("auth="))
          .forEach(cookie -> found.add(cookie.substring(cookie.indexOf('=') + 1)));
    }
    return found.stream().findFirst();
  }

  private Optional<String> user(String credential) {
    if (sessions.contains(credential)) {
      return Optional.of(USER);
    }
    try {
      SignedJWT token = SignedJWT.parse(credential);
      boolean good =
          token.verify(new MACVerifier(KEY))
              && token.getJWTClaimsSet().getExpirationTime().toInstant().isAfter(Instant.now());
      return good ? Optional.of(token.getJWTClaimsSet().getSubject()) : Optional.empty();
    } catch (ParseException | JOSEException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** Welcomes, and answers a question as the contract wants it. */
  private final class Host extends WebSocketListener {

    private String user;

    Host(String user) {
      this.user = user;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      if (doorMode.equals("asks")) {
        socket.send("{\"type\":\"auth_required\",\"version\":3}");
      } else if (doorMode.equals("upgrade")) {
        welcome(socket);
      }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      JsonNode message = JSON.readTree(text);
      switch (message.path("type").asString("")) {
        case "auth" -> {
          Optional<String> known = user(message.path("token").asString(""));
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
