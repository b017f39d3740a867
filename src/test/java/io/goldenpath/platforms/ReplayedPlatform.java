package io.goldenpath.platforms;

import io.goldenpath.platforms.RecordedIds.Correlation;
import io.goldenpath.platforms.Transcript.Call;
import io.goldenpath.platforms.Transcript.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

  private static final double FASTER = 0.2;

  private final Transcript transcript;
  private final List<Correlation> correlations;
  private final List<Call> calls;
  private final MockWebServer server = new MockWebServer();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

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

    private final RecordedIds ids = new RecordedIds(transcript, correlations);
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
      ids.sent(frame, group - 1);
      play(socket);
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
      if (frame.equals(Frame.CLOSE)) {
        socket.close(1011, "going down");
      } else if (frame.binary()) {
        socket.send(ByteString.encodeUtf8(frame.text()));
      } else {
        socket.send(ids.ours(frame.text()));
      }
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
