package io.goldenpath.web.page;

import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.maintenance.MaintenanceRequests;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.slo.ErrorBudgets;
import java.time.InstantSource;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is agreed on a probe's service.
 *
 * @param maintenance What it is in now; null where it is in none.
 * @param stored Whether a restart would find it.
 * @param planned What comes next by the settings; null where nothing does.
 * @param objective Null where it has none.
 */
public record ServiceView(
    @Nullable MaintenanceWindow maintenance,
    boolean stored,
    @Nullable MaintenanceWindow planned,
    @Nullable ObjectiveView objective) {

  /** Where it is known. */
  @Component
  public record Source(
      MaintenanceBoard maintenance,
      MaintenanceRequests requests,
      ErrorBudgets budgets,
      InstantSource clock) {

    public ServiceView of(ProbeId probe) {
      return new ServiceView(
          maintenance.current(probe).orElse(null),
          requests.stored(probe),
          maintenance.planned(probe).stream()
              .filter(window -> window.from().isAfter(clock.instant()))
              .min(Comparator.comparing(MaintenanceWindow::from))
              .orElse(null),
          ObjectiveView.of(probe, budgets).orElse(null));
    }
  }
}
