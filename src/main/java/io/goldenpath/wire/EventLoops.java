package io.goldenpath.wire;

import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Event loops whose lag is measured. */
record EventLoops(EventLoopGroup group, List<LagMeter> lagMeters) implements AutoCloseable {

  private static final int THREADS = 2;

  static EventLoops start(String threadName, Stopwatch stopwatch) {
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory(threadName, true), NioIoHandler.newFactory());
    return new EventLoops(
        group,
        StreamSupport.stream(group.spliterator(), false)
            .map(loop -> LagMeter.of((EventLoop) loop, stopwatch))
            .toList());
  }

  Duration longestLagSince(long nanos) {
    return lagMeters.stream()
        .map(meter -> meter.longestSince(nanos))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }

  /** Measures event-loop lag by a periodic tick: what delays the tick delays all else. */
  static final class LagMeter {

    static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long MIN_STALL = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int MAX_STALLS = 1024;

    private final Stopwatch stopwatch;
    private final Deque<Stall> stalls = new ArrayDeque<>();
    private long lastTick;

    LagMeter(Stopwatch stopwatch) {
      this.stopwatch = stopwatch;
      this.lastTick = stopwatch.nanos();
    }

    static LagMeter of(EventLoop loop, Stopwatch stopwatch) {
      LagMeter meter = new LagMeter(stopwatch);
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
}
