package io.goldenpath.wire.websocket;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.connection.WireLimits;
import io.netty.channel.ChannelConfig;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Messages between the event loop that hears them and the one thread that reads them. When it is
 * full the socket is read no further, until half of it is taken.
 */
public final class ReceiveQueue {

  private final WireLimits limits;
  private final int maxMessage;
  private final Stopwatch stopwatch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<ReceiveResult> messages = new ArrayDeque<>();
  private @Nullable ChannelConfig socket;
  private ReceiveResult.@Nullable Ended end;
  private long bytes;
  private boolean paused;
  private boolean discarding;
  private boolean wokenUp;

  public ReceiveQueue(WireLimits limits, int maxMessage, Stopwatch stopwatch) {
    this.limits = limits;
    this.maxMessage = maxMessage;
    this.stopwatch = stopwatch;
  }

  /** From now on this socket is paused when too much waits. */
  void attach(ChannelConfig config) {
    lock.lock();
    try {
      socket = config;
    } finally {
      lock.unlock();
    }
  }

  void put(ReceiveResult message) {
    lock.lock();
    try {
      if (discarding || end != null) {
        return;
      }
      messages.addLast(message);
      bytes += size(message);
      if (bytes > 2L * limits.queuedBytes() + maxMessage) {
        throw new ProtocolViolationException(
            WebSocketCloseStatus.MESSAGE_TOO_BIG,
            "more than " + bytes + " bytes of messages in one go");
      }
      if (messages.size() >= limits.queued() || bytes >= limits.queuedBytes()) {
        pauseReading(true);
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The connection has ended; whatever came before is still to be read. */
  void end(ReceiveResult.Ended how) {
    lock.lock();
    try {
      if (end == null) {
        end = how;
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  boolean ended() {
    lock.lock();
    try {
      return end != null;
    } finally {
      lock.unlock();
    }
  }

  /** The next message, or the end, or nothing by the deadline. */
  ReceiveResult take(Deadline deadline) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (messages.isEmpty() && end == null && !wokenUp) {
        if (changed.awaitNanos(deadline.remainingNanos(stopwatch)) <= 0) {
          break;
        }
      }
      wokenUp = false;
      ReceiveResult next = messages.pollFirst();
      if (next == null) {
        return end == null ? new ReceiveResult.Nothing() : end;
      }
      bytes -= size(next);
      if (messages.size() <= limits.queued() / 2 && bytes <= limits.queuedBytes() / 2) {
        pauseReading(false);
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Whoever waits for a message, and not for the end alone, looks up once. */
  void wakeUp() {
    lock.lock();
    try {
      wokenUp = !discarding;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Wants no more messages: all that is waited for is the end. */
  void discardMessages() {
    lock.lock();
    try {
      discarding = true;
      wokenUp = false;
      messages.clear();
      bytes = 0;
      pauseReading(false);
    } finally {
      lock.unlock();
    }
  }

  private void pauseReading(boolean wanted) {
    if (socket != null && paused != wanted) {
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
