package io.goldenpath.wire;

import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Measures event-loop lag by a periodic tick: what delays the tick delays all else. */
final class EventLoopLagMeter {

  static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long MIN_STALL = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int MAX_STALLS = 1024;

  private final Stopwatch stopwatch;
  private final Deque<Stall> stalls = new ArrayDeque<>();
  private long lastTick;

  EventLoopLagMeter(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.lastTick = stopwatch.nanos();
  }

  static EventLoopLagMeter of(EventLoop loop, Stopwatch stopwatch) {
    EventLoopLagMeter meter = new EventLoopLagMeter(stopwatch);
    loop.scheduleWithFixedDelay(meter::tick, TICK, TICK, TimeUnit.NANOSECONDS);
    return meter;
  }

  /** Includes a stall that still lasts. */
  synchronized Duration longestSince(long nanos) {
    long longest = length(new Stall(lastTick + TICK, stopwatch.nanos()), nanos);
    for (Stall stall : stalls) {
      longest = Math.max(longest, length(stall, nanos));
    }
    return Duration.ofNanos(longest);
  }

  synchronized void tick() {
    long now = stopwatch.nanos();
    Stall stall = new Stall(lastTick + TICK, now);
    lastTick = now;
    if (stall.end() - stall.start() > MIN_STALL) {
      if (stalls.size() == MAX_STALLS) {
        stalls.removeFirst();
      }
      stalls.addLast(stall);
    }
  }

  private static long length(Stall stall, long nanos) {
    long start = stall.start() - nanos > 0 ? stall.start() : nanos;
    return Math.max(0, stall.end() - start);
  }

  private record Stall(long start, long end) {}
}
