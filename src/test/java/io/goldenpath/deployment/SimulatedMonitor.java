package io.goldenpath.deployment;

import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.maintenance.RequestedMaintenance;
import io.goldenpath.metrics.ConfigMeters;
import io.goldenpath.metrics.HistoryMeters;
import io.goldenpath.metrics.MaintenanceMeters;
import io.goldenpath.metrics.NotifyMeters;
import io.goldenpath.metrics.ReleaseMeters;
import io.goldenpath.metrics.RunMeters;
import io.goldenpath.metrics.SloMeters;
import io.goldenpath.metrics.StallMeters;
import io.goldenpath.metrics.TargetMeters;
import io.goldenpath.metrics.UnopenedHistory;
import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.regression.RegressionBoard;
import io.goldenpath.settings.service.MetricsSettings;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.ref.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All meters of a monitor, in a time of their own, with runs that a test hands over. */
final class SimulatedMonitor implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final VerdictBoard verdicts;
  private final MaintenanceBoard maintenance;
  private final RegressionBoard releases = new RegressionBoard(List.of());
  private final StallMeters stalls;
  private final String location;
  private final List<RunListener> listeners;
  private Instant now;

  SimulatedMonitor(String location, Instant start, List<Probe> probes) {
    this.location = location;
    now = start;
    verdicts = new VerdictBoard(() -> now, List.of());
    maintenance = new MaintenanceBoard(() -> now);
    stalls =
        new StallMeters(registry, location, () -> Duration.ofMillis(now.getEpochSecond() % 60));
    listeners =
        List.of(
            verdicts,
            maintenance,
            releases,
            new RunMeters(registry, verdicts, location, MetricsSettings.USUAL),
            new SloMeters(registry, location),
            new MaintenanceMeters(registry, maintenance, location),
            new ReleaseMeters(registry, releases, location),
            new TargetMeters(registry, verdicts, location));
    new ConfigMeters(registry, location, "1.2.3", start);
    new HistoryMeters(
        registry, location, UnopenedHistory.WRITER, UnopenedHistory.WAITING, () -> now);
    new NotifyMeters(registry, location)
        .receivers(Set.of("oncall"), _ -> new NotifyMeters.DeliveryState(false, 0, 0));
    new JvmMemoryMetrics().bindTo(registry);
    registry.timer("jvm.gc.pause").record(Duration.ofMillis(12));
    gauge("process.start.time.seconds", start::getEpochSecond);
    gauge("process.cpu.usage", () -> 0.12);
    listeners.forEach(listener -> listener.watching(probes));
  }

  void finished(Run run) {
    RunInfo info =
        new RunInfo(run.id(), run.probe(), location, Trigger.SCHEDULE, run.info().startedAt());
    Run here = Run.of(info, run.duration(), run.findings(), run.users());
    now = here.endedAt();
    tell(listener -> listener.started(info, Duration.ofMillis(4)));
    tell(listener -> listener.finished(maintenance.mark(here)));
  }

  void skipped(Probe probe) {
    SkippedRun skipped = new SkippedRun(SkipReason.MISSED, "too late", null);
    tell(listener -> listener.skipped(probe.id(), skipped));
  }

  void inMaintenance(Probe probe, Instant from, Instant until) {
    maintenance.add(
        new RequestedMaintenance(
            "m", probe.target().name(), null, new MaintenanceWindow(from, until, "patch")));
  }

  void released(Probe probe, Instant at) {
    releases.released(new ReleaseMarker(probe.target().name(), "1.8.3", at, null));
  }

  /** What its later runs show. */
  void changed(Probe probe, boolean open) {
    Regression vanished =
        new Regression(
            RegressionKind.EVENT_VANISHED,
            "agent_thinking",
            Severity.WARNING,
            "agent_thinking no longer comes",
            new Regression.RunMark("r", now, null, null));
    verdicts.changed(
        probe.id(), new RegressionState(120, 50, open ? List.of(vanished) : List.of()));
  }

  /** What Prometheus reads then; the registry does not keep the stalls from being collected. */
  String scrape(Instant at) {
    now = at;
    try {
      return registry.scrape();
    } finally {
      Reference.reachabilityFence(stalls);
    }
  }

  @Override
  public void close() {
    registry.close();
  }

  private void gauge(String name, Supplier<Number> value) {
    Gauge.builder(name, value).strongReference(true).register(registry);
  }

  private void tell(Consumer<RunListener> news) {
    listeners.forEach(news);
  }
}
