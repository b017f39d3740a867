package io.goldenpath.metrics;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All series of one probe. Counters and timers stand at zero before the first run. */
final class ProbeMeters {

  private final SeriesGroup series;
  private final LastRunGauges lastRun;
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
  private Probe probe;
  private UserMeters userMeters;

  ProbeMeters(Probe probe, SeriesGroup series, VerdictBoard board) {
    this.probe = probe;
    this.series = series;
    this.lastRun = new LastRunGauges(probe.id(), series, board);
    this.userMeters = new UserMeters(series, probe);
    series.gauge(MonitorMeter.IN_FLIGHT, inFlight::size);
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

  void started(RunInfo info, Duration lateness) {
    inFlight.add(info.id());
    if (info.trigger() == Trigger.SCHEDULE) {
      series.record(MonitorMeter.LATENESS, lateness);
    }
  }

  void skipped(SkippedRun skipped) {
    series.counter(MonitorMeter.SKIPPED, skipped.reason().label()).increment();
  }

  void finished(Run run) {
    inFlight.remove(run.id());
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
    for (FindingKind kind : FindingKind.values()) {
      kind.steps().stream()
          .filter(step -> probe.journey().canFind(kind, step))
          .forEach(
              step -> severities(kind, step).forEach(severity -> findings(kind, severity, step)));
    }
    series.timer(MonitorMeter.RUN_DURATION);
    series.timer(MonitorMeter.LATENESS);
  }

  /**
   * An error that the run recovers from weighs less, and so do a close that nobody answers, the end
   * of a connection that was awaited, and what befell fewer users than are allowed to fail.
   */
  private Set<Severity> severities(FindingKind kind, Step step) {
    JourneySpec spec = probe.script().spec();
    if (kind == FindingKind.TIMED_OUT && step == Step.CLOSE) {
      return EnumSet.of(Severity.INFO);
    }
    Set<Severity> severities = EnumSet.of(kind.severity());
    if (kind == FindingKind.ERROR_EVENT) {
      severities.add(Severity.WARNING);
    }
    if (kind == FindingKind.DROPPED && spec instanceof JourneySpec.Recovery) {
      severities.add(Severity.INFO);
    }
    if (kind.severity() == Severity.ERROR
        && kind != FindingKind.MONITOR_FAULT
        && spec instanceof JourneySpec.Isolation isolation
        && isolation.minSuccessPercent() < 100) {
      severities.add(Severity.WARNING);
    }
    return severities;
  }

  private Counter findings(FindingKind kind, Severity severity, Step step) {
    return series.counter(MonitorMeter.FINDINGS, kind.label(), severity.label(), step.label());
  }
}
