package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.model.time.Stopwatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A user of the demo platform who knows nothing of its inside. */
final class TestClient implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long POLL_MILLIS = 20;

  private final WebSocket socket;
  private final SeenListener listener;

  private TestClient(WebSocket socket, SeenListener listener) {
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

  /** Logs in and connects with the token in the header. */
  static TestClient connect(DemoPlatform demo, DemoAccount account)
      throws IOException, InterruptedException {
    return bearing(demo, DemoHttpClient.token(demo, account));
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
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return open(demo, path, builder);
  }

  static TestClient offering(DemoPlatform demo, String path, String first, String... others) {
    return open(demo, path, HTTP.newWebSocketBuilder().subprotocols(first, others));
  }

  private static TestClient open(DemoPlatform demo, String path, WebSocket.Builder builder) {
    SeenListener listener = new SeenListener();
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
    return listener.next(millis);
  }

  /** The next text of this type, passing over everything else. */
  Seen.Text await(String type) throws InterruptedException {
    for (Seen seen = next(PATIENCE.toMillis()); seen != null; seen = next(PATIENCE.toMillis())) {
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
    while (Stopwatch.SYSTEM.nanos() - quietSince < TimeUnit.MILLISECONDS.toNanos(millis)) {
      Seen seen = next(POLL_MILLIS);
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
    if (!listener.ended() && !socket.isOutputClosed()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
    socket.abort();
  }
}
