package io.goldenpath.demo.script;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Clock and timer; each task runs on a virtual thread of its own, so that none delays the next. */
public final class DemoTimer implements AutoCloseable {

  private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
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
    CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, tasks).execute(task);
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
    tasks.shutdown();
  }
}
