package io.goldenpath.wire;

import io.goldenpath.probe.Stopwatch;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** How late an event loop is: a tick that comes late says that everything else came late too. */
final class LagMeter {

  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long WORTH_KEEPING = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int KEPT = 1024;

  private final Stopwatch stopwatch;
  private final Deque<Stall> stalls = new ArrayDeque<>();
  private long lastTick;

  LagMeter(EventLoop loop, Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.lastTick = stopwatch.nanos();
    loop.scheduleWithFixedDelay(this::tick, TICK, TICK, TimeUnit.NANOSECONDS);
  }

  /** The longest stall that ended after that reading, or still lasts. */
  synchronized Duration longestSince(long nanos) {
    long longest = Math.max(0, stopwatch.nanos() - lastTick - TICK);
    for (Stall stall : stalls) {
      if (stall.end() - nanos > 0) {
        longest = Math.max(longest, stall.length());
      }
    }
    return Duration.ofNanos(longest);
  }

  private synchronized void tick() {
    long now = stopwatch.nanos();
    long late = now - lastTick - TICK;
    lastTick = now;
    if (late > WORTH_KEEPING) {
      if (stalls.size() == KEPT) {
        stalls.removeFirst();
      }
      stalls.addLast(new Stall(now, late));
    }
  }

  private record Stall(long end, long length) {}
}
