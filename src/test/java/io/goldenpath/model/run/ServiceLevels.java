package io.goldenpath.model.run;

import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ServiceLevel;
import io.goldenpath.model.probe.ServiceLevelObjective;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Probes on whose service something is agreed. */
public final class ServiceLevels {

  private ServiceLevels() {}

  /** The probe, with this maintenance. */
  public static Probe with(Probe probe, MaintenanceWindow window) {
    return with(
        probe,
        new ServiceLevel(
            null,
            List.of(moment -> Optional.of(window).filter(one -> one.until().isAfter(moment)))));
  }

  /** The probe, with an objective of 90 % over 30 days. */
  public static Probe with(Probe probe, GoodRuns good) {
    return with(
        probe,
        new ServiceLevel(
            new ServiceLevelObjective(new BigDecimal("0.90"), Duration.ofDays(30), good),
            List.of()));
  }

  private static Probe with(Probe probe, ServiceLevel level) {
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
