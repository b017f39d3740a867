package io.goldenpath.demo.platform;

import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.model.time.Stopwatch;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what comes on a socket until it is asked for. */
final class SeenListener implements WebSocket.Listener {

  private static final int NO_CLOSE_FRAME = 1006;

  private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private volatile boolean ended;
  private int parts;
  private int bytes;

  /** The next thing seen, or null when nothing comes in this time. */
  @Nullable Seen next(long millis) throws InterruptedException {
    return seen.poll(millis, TimeUnit.MILLISECONDS);
  }

  boolean ended() {
    return ended;
  }

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
    seen.add(new Seen.End(NO_CLOSE_FRAME, String.valueOf(error.getMessage())));
  }
}
