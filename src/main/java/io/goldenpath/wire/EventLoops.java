package io.goldenpath.wire;

import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Event loops whose lag is measured: what stands still on one of them may concern any socket. */
record EventLoops(EventLoopGroup group, List<LagMeter> lagMeters) implements Stalls, AutoCloseable {

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

  @Override
  public List<Stall> since(long nanos) {
    List<Stall> all = new ArrayList<>(0);
    for (LagMeter meter : lagMeters) {
      meter.addSince(nanos, all);
    }
    if (all.size() < 2) {
      return all;
    }
    all.sort(Comparator.comparingLong(stall -> stall.from() - nanos));
    List<Stall> merged = new ArrayList<>();
    for (Stall next : all) {
      Stall last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || next.from() - last.to() > 0) {
        merged.add(next);
      } else if (next.to() - last.to() > 0) {
        merged.set(merged.size() - 1, new Stall(last.from(), next.to()));
      }
    }
    return merged;
  }

  /** Of the loop that stood still longest: mostly they all do, for want of processor time. */
  Duration stalledTime() {
    return lagMeters.stream()
        .map(LagMeter::stalledTime)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }

  /** Measures event-loop lag by a periodic tick: what delays the tick delays all else. */
  static final class LagMeter {

    static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long MIN_STALL = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int MAX_STALLS = 1024;

    private final Stopwatch stopwatch;
    private final Deque<Stall> stalls = new ArrayDeque<>();
    private long lastTick;
    private long stalled;

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
    synchronized void addSince(long nanos, List<Stall> all) {
      if (lastTick + TICK + MIN_STALL - stopwatch.nanos() < 0) {
        all.add(current());
      }
      for (Iterator<Stall> last = stalls.descendingIterator(); last.hasNext(); ) {
        Stall stall = last.next();
        if (stall.to() - nanos <= 0) {
          break;
        }
        all.add(stall);
      }
    }

    synchronized Duration stalledTime() {
      return Duration.ofNanos(stalled);
    }

    synchronized void tick() {
      Stall ended = current();
      lastTick = ended.to();
      if (isStall(ended)) {
        stalled += ended.to() - ended.from();
        if (stalls.size() == MAX_STALLS) {
          stalls.removeFirst();
        }
        stalls.addLast(ended);
      }
    }

    /** From when the next tick was due until now. */
    private Stall current() {
      return new Stall(lastTick + TICK, stopwatch.nanos());
    }

    private static boolean isStall(Stall lag) {
      return lag.to() - lag.from() > MIN_STALL;
    }
  }
}
