package io.goldenpath.model.run;

import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ServiceLevel;
import java.util.List;
import java.util.Optional;

/** Probes on whose service something is agreed. */
public final class PlannedMaintenance {

  private PlannedMaintenance() {}

  /** The probe, with this maintenance. */
  public static Probe of(Probe probe, MaintenanceWindow window) {
    return of(
        probe,
        new ServiceLevel(
            null,
            List.of(moment -> Optional.of(window).filter(one -> one.until().isAfter(moment)))));
  }

  private static Probe of(Probe probe, ServiceLevel level) {
    return new Probe(
        probe.target(),
        probe.cadence(),
        probe.limits(),
        probe.script(),
        probe.events(),
        probe.regression(),
        probe.verdict(),
        level);
  }
}
