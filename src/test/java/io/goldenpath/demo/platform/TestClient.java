package io.goldenpath.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.user.DemoAccount;
import io.goldenpath.model.time.Stopwatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A user of the demo platform who knows nothing of its inside. */
final class TestClient implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final WebSocket socket;
  private final Listener listener;

  private TestClient(WebSocket socket, Listener listener) {
    this.socket = socket;
    this.listener = listener;
  }

  /** What a client sees of a connection. */
  sealed interface Seen {

    /** A whole text message. */
    record Text(String text, long nanos, int parts) implements Seen {

      JsonNode json() {
        return DemoJson.MAPPER.readTree(text);
      }

      boolean is(String type) {
        return text.contains("\"type\":\"" + type + "\"");
      }
    }

    /** A whole binary message. */
    record Binary(int bytes) implements Seen {}

    /** The end; 1006 when there was no close frame. */
    record End(int code, String reason) implements Seen {}
  }

  static HttpResponse<String> post(DemoPlatform demo, String path, String body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + demo.port() + path))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(5))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static HttpResponse<String> logout(DemoPlatform demo, String token)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + demo.port() + "/demo/auth/logout"))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(5))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static HttpResponse<String> get(DemoPlatform demo, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + demo.port() + path))
            .timeout(Duration.ofSeconds(5))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static HttpResponse<String> login(DemoPlatform demo, DemoAccount account)
      throws IOException, InterruptedException {
    String body =
        DemoJson.object()
            .put("email", account.email())
            .put("password", account.password())
            .toString();
    return post(demo, "/demo/auth/login", body);
  }

  static String token(DemoPlatform demo, DemoAccount account)
      throws IOException, InterruptedException {
    HttpResponse<String> reply = login(demo, account);
    assertThat(reply.statusCode()).isEqualTo(200);
    return DemoJson.MAPPER.readTree(reply.body()).path("access_token").stringValue();
  }

  /** Logs in and connects with the token in the header. */
  static TestClient connect(DemoPlatform demo, DemoAccount account)
      throws IOException, InterruptedException {
    return bearing(demo, token(demo, account));
  }

  /** Connects with this token in the header. */
  static TestClient bearing(DemoPlatform demo, String token) {
    return open(demo, "/demo/ws", "Authorization", "Bearer " + token);
  }

  /** What the upgrade is answered with in place of a socket. */
  static int refusal(DemoPlatform demo, String token) {
    try (TestClient _ = bearing(demo, token)) {
      throw new AssertionError("the upgrade was not refused");
    } catch (CompletionException ex) {
      if (ex.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw ex;
    }
  }

  static TestClient open(DemoPlatform demo, String path, String... headers) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5));
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return open(demo, path, builder);
  }

  static TestClient offering(DemoPlatform demo, String path, String first, String... others) {
    return open(demo, path, HTTP.newWebSocketBuilder().subprotocols(first, others));
  }

  private static TestClient open(DemoPlatform demo, String path, WebSocket.Builder builder) {
    Listener listener = new Listener();
    URI uri = URI.create("ws://localhost:" + demo.port() + path);
    return new TestClient(builder.buildAsync(uri, listener).join(), listener);
  }

  /** Ends TCP. */
  void cut() {
    socket.abort();
  }

  String subprotocol() {
    return socket.getSubprotocol();
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  void send(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  void ask(String question) {
    send(asking(question));
  }

  void askInParts(String question) {
    String text = asking(question);
    int half = text.length() / 2;
    socket.sendText(text.substring(0, half), false).join();
    socket.sendText(text.substring(half), true).join();
  }

  private static String asking(String question) {
    return DemoJson.object()
        .put("type", "user_message")
        .set("payload", DemoJson.object().put("content", question))
        .toString();
  }

  /** The next thing seen, or null when nothing comes in this time. */
  @Nullable Seen next(long millis) throws InterruptedException {
    return listener.seen.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** The next text of this type, passing over everything else. */
  Seen.Text await(String type) throws InterruptedException {
    for (Seen seen = next(5_000); seen != null; seen = next(5_000)) {
      if (seen instanceof Seen.Text text && text.is(type)) {
        return text;
      }
    }
    throw new AssertionError("no " + type);
  }

  /** Everything that comes until it has been quiet for this long, without heartbeats. */
  List<Seen> untilQuiet(long millis) throws InterruptedException {
    List<Seen> all = new ArrayList<>();
    long quietSince = Stopwatch.SYSTEM.nanos();
    while (Stopwatch.SYSTEM.nanos() - quietSince < millis * 1_000_000) {
      Seen seen = next(20);
      if (seen != null && !(seen instanceof Seen.Text text && text.is("ping"))) {
        all.add(seen);
        quietSince = Stopwatch.SYSTEM.nanos();
      }
      if (seen instanceof Seen.End) {
        return all;
      }
    }
    return all;
  }

  /** The texts among everything that comes until it has been quiet for this long. */
  List<Seen.Text> texts(long quietMillis) throws InterruptedException {
    return untilQuiet(quietMillis).stream()
        .filter(Seen.Text.class::isInstance)
        .map(Seen.Text.class::cast)
        .toList();
  }

  /** Names of events and ends until it has been quiet for this long. */
  List<String> story(long quietMillis) throws InterruptedException {
    return untilQuiet(quietMillis).stream().map(TestClient::name).toList();
  }

  private static String name(Seen seen) {
    return switch (seen) {
      case Seen.Text text -> name(text.json());
      case Seen.Binary _ -> "binary";
      case Seen.End end -> "end " + end.code();
    };
  }

  private static String name(JsonNode frame) {
    return frame.path("data").path("event").stringValue(frame.path("type").stringValue("?"));
  }

  @Override
  public void close() {
    if (!listener.ended && !socket.isOutputClosed()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
    socket.abort();
  }

  private static final class Listener implements WebSocket.Listener {

    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private volatile boolean ended;
    private int parts;
    private int bytes;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      parts++;
      if (last) {
        seen.add(new Seen.Text(text.toString(), Stopwatch.SYSTEM.nanos(), parts));
        text.setLength(0);
        parts = 0;
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      bytes += data.remaining();
      if (last) {
        seen.add(new Seen.Binary(bytes));
        bytes = 0;
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      ended = true;
      seen.add(new Seen.End(code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      ended = true;
      seen.add(new Seen.End(1006, String.valueOf(error.getMessage())));
    }
  }
}
