package io.goldenpath.wire;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.ChannelConfig;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Queue from the event loop to one reading thread; once full, reading pauses until half empty. */
final class ReceiveQueue {

  static final int MAX_MESSAGES = 1024;
  static final int MAX_BYTES = 4 * 1024 * 1024;

  private final ChannelConfig socket;
  private final int maxMessage;
  private final Stopwatch stopwatch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<ReceiveResult> messages = new ArrayDeque<>();
  private volatile ReceiveResult.@Nullable Ended end;
  private long bytes;
  private boolean paused;
  private boolean discarding;
  private boolean wokenUp;

  ReceiveQueue(ChannelConfig socket, int maxMessage, Stopwatch stopwatch) {
    this.socket = socket;
    this.maxMessage = maxMessage;
    this.stopwatch = stopwatch;
  }

  void put(ReceiveResult message) {
    change(() -> {
      if (discarding || end != null) {
        return;
      }
      messages.addLast(message);
      bytes += size(message);
      if (bytes > 2L * MAX_BYTES + maxMessage) {
        throw new CorruptedWebSocketFrameException(
            WebSocketCloseStatus.MESSAGE_TOO_BIG,
            "more than " + bytes + " bytes of unread messages");
      }
      if (messages.size() >= MAX_MESSAGES || bytes >= MAX_BYTES) {
        pauseReading(true);
      }
    });
  }

  /** Earlier messages can still be taken; only the first end counts. */
  void end(ReceiveResult.Ended how) {
    change(() -> end = end == null ? how : end);
  }

  boolean ended() {
    return end != null;
  }

  ReceiveResult take(Deadline deadline) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (messages.isEmpty() && end == null && !wokenUp) {
        long left = deadline.remainingNanos(stopwatch);
        if (left == 0) {
          break;
        }
        changed.awaitNanos(left);
      }
      wokenUp = false;
      ReceiveResult next = messages.pollFirst();
      if (next == null) {
        return end == null ? new ReceiveResult.Nothing() : end;
      }
      bytes -= size(next);
      if (messages.size() <= MAX_MESSAGES / 2 && bytes <= MAX_BYTES / 2) {
        pauseReading(false);
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Ends one wait for a message, but none after {@link #discardMessages}. */
  void wakeUp() {
    change(() -> wokenUp = !discarding);
  }

  /** From now on only the end can be taken. */
  void discardMessages() {
    change(() -> {
      discarding = true;
      wokenUp = false;
      messages.clear();
      bytes = 0;
      pauseReading(false);
    });
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void pauseReading(boolean wanted) {
    if (paused != wanted) {
      paused = wanted;
      socket.setAutoRead(!wanted);
    }
  }

  private static long size(ReceiveResult message) {
    return switch (message) {
      case ReceiveResult.Text text -> text.bytes();
      case ReceiveResult.Binary binary -> binary.payload().remaining();
      case ReceiveResult.Ended _, ReceiveResult.Nothing _ -> 0;
    };
  }
}
