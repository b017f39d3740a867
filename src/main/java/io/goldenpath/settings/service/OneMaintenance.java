package io.goldenpath.settings.service;

import io.goldenpath.model.probe.MaintenancePlan;
import io.goldenpath.model.probe.MaintenanceWindow;
import java.time.Instant;
import java.util.Optional;

/** Maintenance that is planned once. */
record OneMaintenance(MaintenanceWindow window) implements MaintenancePlan {

  @Override
  public Optional<MaintenanceWindow> currentOrNext(Instant moment) {
    return window.until().isAfter(moment) ? Optional.of(window) : Optional.empty();
  }
}
