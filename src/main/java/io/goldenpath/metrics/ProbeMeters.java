package io.goldenpath.metrics;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.settings.service.MetricsSettings;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.Counter;
import java.util.Arrays;
import java.util.Map;

/** All series of one probe. Counters and timers stand at zero before the first run. */
final class ProbeMeters {

  private final SeriesGroup series;
  private final LastRunGauges lastRun;
  private final MetricsSettings settings;
  private Probe probe;
  private UserMeters userMeters;

  ProbeMeters(Probe probe, MetricsSettings settings, SeriesGroup series, VerdictBoard board) {
    this.probe = probe;
    this.settings = settings;
    this.series = series;
    this.lastRun = new LastRunGauges(probe.id(), series, board);
    this.userMeters = new UserMeters(series, probe);
    register();
  }

  /** A restart of the monitor must not look like an outage, nor like its end. */
  void restored(ProbeState state) {
    Run last = state.lastRun();
    if (last != null) {
      lastRun.restored(last, state.streak().lastSuccess(), probe.target().users());
    }
  }

  void settingsChanged(Probe changed) {
    if (!changed.equals(probe)) {
      probe = changed;
      userMeters = new UserMeters(series, probe);
      series.rows(MonitorMeter.USER_ANSWER, Map.of());
      register();
    }
  }

  void remove() {
    series.remove();
  }

  void skipped(SkippedRun skipped) {
    series.counter(MonitorMeter.SKIPPED, skipped.reason().label()).increment();
  }

  void finished(Run run) {
    series.counter(MonitorMeter.RUNS, run.outcome().label()).increment();
    run.findings()
        .forEach(
            finding -> findings(finding.kind(), finding.severity(), finding.step()).increment());
    lastRun.finished(run, probe.target().users());
    if (run.valid()) {
      run.users().forEach(userMeters::count);
    }
    if (run.measured()) {
      series.record(MonitorMeter.RUN_DURATION, run.duration());
      run.users().forEach(userMeters::record);
    }
  }

  private void register() {
    series.gauge(
        MonitorMeter.PROBE_INFO,
        () -> 1,
        probe.cadence().period().map(DurationText::setting).orElse("never"),
        DurationText.setting(probe.cadence().timeout()),
        probe.target().dialect(),
        probe.target().contract(),
        probe.target().access().login().givenToken() ? "given" : "issued");
    series.gauge(MonitorMeter.INTERVAL, probe.cadence().period());
    series.gauge(MonitorMeter.TIMEOUT, probe.cadence().timeout());
    for (Outcome outcome : Outcome.values()) {
      series.counter(MonitorMeter.RUNS, outcome.label());
    }
    for (SkipReason reason : SkipReason.values()) {
      series.counter(MonitorMeter.SKIPPED, reason.label());
    }
    Arrays.stream(FindingKind.values())
        .filter(kind -> settings.full() || kind.severity() == Severity.CRITICAL)
        .forEach(this::registerFindings);
    series.timer(MonitorMeter.RUN_DURATION);
  }

  /** Other severities of a kind, as of an error that a run recovers from, come when they occur. */
  private void registerFindings(FindingKind kind) {
    kind.steps().stream()
        .filter(step -> probe.journey().canFind(kind, step))
        .forEach(step -> findings(kind, kind.severity(), step));
  }

  private Counter findings(FindingKind kind, Severity severity, Step step) {
    return series.counter(MonitorMeter.FINDINGS, kind.label(), severity.label(), step.label());
  }
}
