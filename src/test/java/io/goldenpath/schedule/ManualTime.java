package io.goldenpath.schedule;

import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Time that stands still until it is moved; what falls due on the way is done by the mover. */
final class ManualTime implements Clocks.Timer, InstantSource, Stopwatch {

  private final long zero = 7_000_000_000L;
  private final List<Entry> entries = new ArrayList<>();
  private long now = zero;
  private final List<Stalls.Stall> stalls = new ArrayList<>();
  private boolean closed;

  private record Entry(long due, FutureTask<Object> task) {}

  Clocks clocks() {
    return new Clocks(this, this, this, this::stallsSince);
  }

  void advance(Duration time) {
    long until = nanos() + time.toNanos();
    for (Optional<Entry> due = next(until); due.isPresent(); due = next(until)) {
      due.get().task().run();
    }
    move(until);
  }

  /** The monitor stands still: time passes, and nothing is done until the next step. */
  synchronized void oversleep(Duration time) {
    now += time.toNanos();
  }

  /** Nothing is done, and the monitor knows why. */
  synchronized void stall(Duration time) {
    stalls.add(new Stalls.Stall(now, now + time.toNanos()));
    oversleep(time);
  }

  private synchronized List<Stalls.Stall> stallsSince(long nanos) {
    return stalls.stream().filter(stall -> stall.to() - nanos > 0).toList();
  }

  boolean closed() {
    return closed;
  }

  @Override
  public synchronized Future<?> at(long nanos, Runnable task) {
    FutureTask<Object> future = new FutureTask<>(task, null);
    if (!closed) {
      entries.add(new Entry(nanos, future));
    }
    return future;
  }

  @Override
  public synchronized void close() {
    closed = true;
    entries.clear();
  }

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized Instant instant() {
    return SampleRuns.NOON.plusNanos(now - zero);
  }

  private synchronized Optional<Entry> next(long until) {
    entries.removeIf(entry -> entry.task().isCancelled());
    Optional<Entry> first =
        entries.stream()
            .filter(entry -> entry.due() <= until)
            .min(Comparator.comparingLong(Entry::due));
    first.ifPresent(entry -> {
      entries.remove(entry);
      now = Math.max(now, entry.due());
    });
    return first;
  }

  private synchronized void move(long until) {
    now = Math.max(now, until);
  }
}
