package io.goldenpath;

import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.WireClient;
import io.goldenpath.wire.warmup.ClientWarmUp;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Warm-up beside the start of all the rest, on a thread of its own, for a service of many runs. */
@Component
final class MonitorWarmUp implements SmartLifecycle, AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(MonitorWarmUp.class);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Thread thread;
  private volatile boolean running;

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

  /** What starts later waits for its end, unless that takes too long. */
  @Override
  public void start() {
    await();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Just before {@link MonitorLifecycle}, and after the server. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  @Override
  public void close() {
    thread.interrupt();
    await();
  }

  private void await() {
    try {
      thread.join(LIMIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
