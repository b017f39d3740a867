package io.goldenpath.schedule;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for as many runs as there are, which wait a moment for another one. */
final class RunThreads {

  private static final long IDLE_SECONDS = 10;

  private RunThreads() {}

  static ExecutorService open() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        Thread.ofPlatform().daemon().factory());
  }
}
