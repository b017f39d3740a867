package io.goldenpath.wire;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Stopwatch;
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
final class Inbox {

  private final WireBounds bounds;
  private final int maxMessage;
  private final Stopwatch stopwatch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Deque<Received> waiting = new ArrayDeque<>();
  private @Nullable ChannelConfig socket;
  private Received.@Nullable Ended end;
  private long bytes;
  private boolean paused;
  private boolean discarding;
  private boolean nudged;

  Inbox(WireBounds bounds, int maxMessage, Stopwatch stopwatch) {
    this.bounds = bounds;
    this.maxMessage = maxMessage;
    this.stopwatch = stopwatch;
  }

  /** From now on this socket is paused when too much waits. */
  void fedBy(ChannelConfig config) {
    lock.lock();
    try {
      socket = config;
    } finally {
      lock.unlock();
    }
  }

  void put(Received message) {
    lock.lock();
    try {
      if (discarding || end != null) {
        return;
      }
      waiting.addLast(message);
      bytes += size(message);
      if (bytes > 2L * bounds.queuedBytes() + maxMessage) {
        throw new Breach(
            WebSocketCloseStatus.MESSAGE_TOO_BIG,
            "more than " + bytes + " bytes of messages in one go");
      }
      if (waiting.size() >= bounds.queued() || bytes >= bounds.queuedBytes()) {
        pause(true);
      }
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The connection has ended; whatever came before is still to be read. */
  void end(Received.Ended how) {
    lock.lock();
    try {
      if (end == null) {
        end = how;
        news.signal();
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
  Received take(Deadline deadline) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && end == null && !nudged) {
        if (news.awaitNanos(deadline.left(stopwatch)) <= 0) {
          break;
        }
      }
      nudged = false;
      Received next = waiting.pollFirst();
      if (next == null) {
        return end == null ? new Received.Nothing() : end;
      }
      bytes -= size(next);
      if (waiting.size() <= bounds.queued() / 2 && bytes <= bounds.queuedBytes() / 2) {
        pause(false);
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Whoever waits for a message, and not for the end alone, looks up once. */
  void nudge() {
    lock.lock();
    try {
      nudged = !discarding;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Wants no more messages: all that is waited for is the end. */
  void discard() {
    lock.lock();
    try {
      discarding = true;
      nudged = false;
      waiting.clear();
      bytes = 0;
      pause(false);
    } finally {
      lock.unlock();
    }
  }

  private void pause(boolean wanted) {
    if (socket != null && paused != wanted) {
      paused = wanted;
      socket.setAutoRead(!wanted);
    }
  }

  private static long size(Received message) {
    return switch (message) {
      case Received.Text text -> text.bytes();
      case Received.Binary binary -> binary.payload().remaining();
      case Received.Ended _, Received.Nothing _ -> 0;
    };
  }
}
