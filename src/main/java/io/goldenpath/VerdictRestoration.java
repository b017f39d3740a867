package io.goldenpath;

import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.maintenance.MaintenanceRequests;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Restores verdicts and maintenance before the server starts. The history is opened while the rest
 * is wired; one that takes too long, or cannot be opened, leaves verdicts unknown.
 */
@Component
final class VerdictRestoration implements SmartLifecycle {

  private static final Logger logger = LoggerFactory.getLogger(VerdictRestoration.class);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final StoreWriter writer;
  private final VerdictBoard board;
  private final MaintenanceRequests maintenance;
  private volatile boolean running;

  VerdictRestoration(StoreWriter writer, VerdictBoard board, MaintenanceRequests maintenance) {
    this.writer = writer;
    this.board = board;
    this.maintenance = maintenance;
    if (writer.outlivesProcess()) {
      writer.start();
    }
  }

  @Override
  public void start() {
    running = true;
    if (writer.outlivesProcess()) {
      try {
        writer.opened(LIMIT).ifPresent(this::restore);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before {@link ProbeRegistration}. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 2;
  }

  private void restore(RunStore store) {
    try {
      board.restore(store.verdicts(), store::find);
      maintenance.store();
    } catch (RuntimeException failure) {
      logger.warn("Verdicts could not be restored from the history; they begin anew", failure);
    }
  }
}
