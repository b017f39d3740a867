package io.goldenpath.platforms;

import io.goldenpath.platforms.Transcript.Call;
import io.goldenpath.platforms.Transcript.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/**
 * A server that plays a transcript back, a group of frames for each frame of the client, faster
 * than they came; question, sum and ids of requests are those of its client.
 */
final class ReplayedPlatform extends Dispatcher implements AutoCloseable {

  static final String ASK = "{nonce}: what is {a} + {b} ?";

  private static final Pattern QUESTION =
      Pattern.compile("([A-Z]{10}): what is (\\d+) \\+ (\\d+) \\?");
  private static final Pattern LENGTH = Pattern.compile("content-length:\\d+");
  private static final double FASTER = 0.2;

  private final Transcript transcript;
  private final List<Correlation> correlations;
  private final List<Call> calls;
  private final MockWebServer server = new MockWebServer();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  /**
   * An id of a request that the server repeats.
   *
   * @param request Where it is in the client's frame, as the first group.
   * @param reply Text of the server's frame around it, with {@code %s} in its place.
   */
  record Correlation(Pattern request, String reply) {

    Correlation(String request, String reply) {
      this(Pattern.compile(request), reply);
    }
  }

  ReplayedPlatform(Transcript transcript, List<Correlation> correlations) throws IOException {
    this.transcript = transcript;
    this.correlations = correlations;
    this.calls = new ArrayList<>(transcript.calls());
    server.setDispatcher(this);
    server.start();
  }

  int port() {
    return server.getPort();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    if ("websocket".equalsIgnoreCase(request.getHeaders().get("Upgrade"))) {
      MockResponse.Builder upgrade = new MockResponse.Builder().webSocketUpgrade(new Session());
      return transcript.subprotocol().isEmpty()
          ? upgrade.build()
          : upgrade.addHeader("Sec-WebSocket-Protocol", transcript.subprotocol()).build();
    }
    for (Call call : calls) {
      if (call.method().equals(request.getMethod())
          && call.path().equals(request.getUrl().encodedPath())) {
        calls.remove(call);
        return reply(call);
      }
    }
    return new MockResponse.Builder()
        .code(request.getMethod().equals("DELETE") ? 204 : 404)
        .build();
  }

  private static MockResponse reply(Call call) {
    MockResponse.Builder reply = new MockResponse.Builder().code(call.status()).body(call.body());
    call.cookies().forEach(cookie -> reply.addHeader("Set-Cookie", cookie));
    if (call.status() == 302) {
      reply.addHeader("Location", "/");
    }
    return reply.build();
  }

  private final class Session extends WebSocketListener {

    private final Map<String, String> replaced = new LinkedHashMap<>();
    private int group;

    @Override
    public void onOpen(WebSocket socket, Response response) {
      play(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String frame) {
      if (frame.equals("3") || frame.isBlank() || group >= transcript.groups().size()) {
        return;
      }
      for (Correlation correlation : correlations) {
        Matcher sent = correlation.request().matcher(frame);
        Matcher recorded = recorded(correlation);
        if (sent.find() && recorded.find()) {
          replaced.put(
              correlation.reply().formatted(recorded.group(1)),
              correlation.reply().formatted(sent.group(1)));
        }
      }
      Matcher question = QUESTION.matcher(frame);
      if (question.find()) {
        replaced.put("nonce-71c2", question.group(1));
        int sum = Integer.parseInt(question.group(2)) + Integer.parseInt(question.group(3));
        replaced.put("17", question.group(2));
        replaced.put("25", question.group(3));
        replaced.put("42", Integer.toString(sum));
      }
      play(socket);
    }

    /** The frame of the recorded client that has such an id, if possible in the same place. */
    private Matcher recorded(Correlation correlation) {
      return Stream.concat(
              transcript.asked().stream().skip(group - 1).limit(1), transcript.asked().stream())
          .map(correlation.request()::matcher)
          .filter(Matcher::find)
          .findFirst()
          .map(Matcher::reset)
          .orElseGet(() -> correlation.request().matcher(""));
    }

    private void play(WebSocket socket) {
      double delay = 0;
      for (Frame frame : transcript.groups().get(group)) {
        delay += Math.max(0, frame.pause()) * FASTER;
        clock.schedule(() -> send(socket, frame), (long) (delay * 1_000), TimeUnit.MICROSECONDS);
      }
      group++;
    }

    private void send(WebSocket socket, Frame frame) {
      if (frame.binary()) {
        socket.send(ByteString.encodeUtf8(frame.text()));
      } else {
        socket.send(measured(ours(frame.text())));
      }
    }

    private String ours(String text) {
      String ours = text;
      for (Map.Entry<String, String> entry : replaced.entrySet()) {
        Pattern recorded =
            entry.getKey().matches("\\d+")
                ? Pattern.compile("(?<!\"seq\":|^)\\b" + entry.getKey() + "\\b")
                : Pattern.compile(Pattern.quote(entry.getKey()));
        ours = recorded.matcher(ours).replaceAll(Matcher.quoteReplacement(entry.getValue()));
      }
      return ours;
    }

    /** STOMP says how long a body is. */
    private String measured(String frame) {
      int body = frame.indexOf("\n\n") + 2;
      int end = frame.lastIndexOf('\0');
      if (end < body) {
        return frame;
      }
      int length = frame.substring(body, end).getBytes(StandardCharsets.UTF_8).length;
      return LENGTH.matcher(frame).replaceFirst("content-length:" + length);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      socket.close(code, reason);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    server.close();
  }
}
