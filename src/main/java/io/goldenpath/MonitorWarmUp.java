package io.goldenpath;

import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.WireClient;
import io.goldenpath.wire.warmup.ClientWarmUp;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Warm-up beside the start of all the rest, on a thread of its own, for a service of many runs. */
@Component
final class MonitorWarmUp implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(MonitorWarmUp.class);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Thread thread;

  MonitorWarmUp(WireClient wire, InstantSource clock, Stopwatch stopwatch) {
    this.thread =
        Thread.ofPlatform().daemon().name("warm-up").start(() -> run(wire, clock, stopwatch));
  }

  private static void run(WireClient wire, InstantSource clock, Stopwatch stopwatch) {
    try {
      ClientWarmUp.run(wire, stopwatch);
      ClientWarmUp.runSecure(wire, stopwatch);
      PathWarmUp.run(wire, clock, stopwatch);
    } catch (RuntimeException unable) {
      logger.debug("Warm-up failed; the first runs may be slower", unable);
    }
  }

  /** Returns at its end, or when that takes too long. */
  void await() {
    try {
      thread.join(LIMIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    await();
  }
}
