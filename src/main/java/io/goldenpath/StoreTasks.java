package io.goldenpath;

import io.goldenpath.history.RunHistoryLoader;
import io.goldenpath.maintenance.MaintenanceRequests;
import io.goldenpath.slo.ErrorBudgets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What reads and writes the history's database again and again, on a thread of its own. */
@Component
final class StoreTasks implements AutoCloseable {

  private static final int PAUSE_MILLIS = 200;

  private final MaintenanceRequests maintenance;
  private final ErrorBudgets budgets;
  private final RunHistoryLoader lastRuns;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("store-tasks").daemon(true).factory());

  StoreTasks(MaintenanceRequests maintenance, ErrorBudgets budgets, RunHistoryLoader lastRuns) {
    this.maintenance = maintenance;
    this.budgets = budgets;
    this.lastRuns = lastRuns;
  }

  @EventListener(ApplicationStartedEvent.class)
  void start() {
    thread.scheduleWithFixedDelay(this::runOnce, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void runOnce() {
    maintenance.store();
    budgets.refresh();
    lastRuns.load();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
