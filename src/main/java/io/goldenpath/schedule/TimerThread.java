package io.goldenpath.schedule;

import io.goldenpath.model.time.Stopwatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timer of one thread. A task that throws is logged; the next one still runs. */
final class TimerThread implements Clocks.Timer {

  private static final Logger logger = LoggerFactory.getLogger(TimerThread.class);

  private final Stopwatch stopwatch;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().name("schedule").daemon(true).factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  TimerThread(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    thread.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Future<?> at(long nanos, Runnable task) {
    long wait = Math.max(0, nanos - stopwatch.nanos());
    return thread.schedule(() -> runLogged(task), wait, TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private static void runLogged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      logger.error("A scheduled task failed; the schedule continues", failure);
    }
  }
}
