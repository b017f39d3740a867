package io.goldenpath.demo.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Clock and timer; each task runs on a virtual thread of its own, so that none delays the next. */
public final class DemoTimer implements AutoCloseable {

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("demo-timer").factory());

  private final CountDownLatch closed = new CountDownLatch(1);
  private final InstantSource clock;

  public DemoTimer(InstantSource clock) {
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Never runs the task when the platform is closed before. */
  public void after(Duration delay, Runnable task) {
    try {
      Future<?> _ =
          timer.schedule(
              () -> Thread.startVirtualThread(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException ex) {
      // closed in the meantime: nobody is left to play to
    }
  }

  /** Returns early when the platform is closed. */
  public void await(Duration delay) {
    try {
      boolean _ = closed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    timer.shutdownNow();
  }
}
