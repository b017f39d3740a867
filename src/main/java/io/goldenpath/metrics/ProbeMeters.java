package io.goldenpath.metrics;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What one probe counts and times. All of it stands at zero before the first run. */
final class ProbeMeters {

  private final Probe probe;
  private final ProbeSeries series;
  private final VerdictBoard board;
  private final LastRunGauges lastRun;
  private final ConcurrencyMeters concurrency;
  private final Set<String> inFlight;
  private final UserMeters userMeters;

  ProbeMeters(Probe probe, ProbeSeries series, VerdictBoard board) {
    this(
        probe,
        series,
        board,
        new LastRunGauges(probe.id(), series, board),
        new ConcurrencyMeters(series),
        ConcurrentHashMap.newKeySet());
  }

  private ProbeMeters(
      Probe probe,
      ProbeSeries series,
      VerdictBoard board,
      LastRunGauges lastRun,
      ConcurrencyMeters concurrency,
      Set<String> inFlight) {
    this.probe = probe;
    this.series = series;
    this.board = board;
    this.lastRun = lastRun;
    this.concurrency = concurrency;
    this.inFlight = inFlight;
    this.userMeters = new UserMeters(series, probe);
    concurrency.usersChanged();
    new ProbeInfoGauges(probe).publish(series);
    series.gauge(
        "goldenpath.runs.in.flight", "Runs that have begun and not ended.", inFlight::size);
    registerAtZero();
  }

  /** The same series for a probe whose settings may have changed. */
  ProbeMeters withSettings(Probe changed) {
    return changed.equals(probe)
        ? this
        : new ProbeMeters(changed, series, board, lastRun, concurrency, inFlight);
  }

  void remove() {
    series.remove();
  }

  void started(RunInfo ticket, Duration lateness) {
    inFlight.add(ticket.id());
    if (ticket.trigger() == Trigger.SCHEDULE) {
      ProbeSeries.record(lateness(), lateness);
    }
  }

  void skipped(SkipReason reason) {
    skips(reason).increment();
  }

  void finished(Run run) {
    inFlight.remove(run.id());
    runs(run.outcome()).increment();
    run.findings().forEach(finding -> findings(finding).increment());
    lastRun.finished(run);
    if (run.outcome() != Outcome.BROKEN) {
      ProbeSeries.record(duration(), run.duration());
      run.users().forEach(userMeters::record);
      concurrency.finished(run, probe.target().users());
    }
  }

  private void registerAtZero() {
    Stream.of(Outcome.values()).forEach(this::runs);
    Stream.of(SkipReason.values()).forEach(this::skips);
    for (FindingKind kind : FindingKind.values()) {
      kind.steps().stream()
          .filter(step -> probe.journey().canFind(kind, step))
          .forEach(step ->
              severities(kind, step, probe.script().spec())
                  .forEach(weight -> findings(kind, weight, step)));
    }
    duration();
    lateness();
  }

  /**
   * An error that the run recovers from weighs less, and so do a close that nobody answers, the end
   * of a connection that was awaited, and what befell fewer users than are allowed to fail.
   */
  private static Set<Severity> severities(FindingKind kind, Step step, JourneySpec spec) {
    if (kind == FindingKind.TIMED_OUT && step == Step.CLOSE) {
      return EnumSet.of(Severity.INFO);
    }
    Set<Severity> weights = EnumSet.of(kind.severity());
    if (kind == FindingKind.ERROR_EVENT) {
      weights.add(Severity.WARNING);
    }
    if (kind == FindingKind.DROPPED && spec instanceof JourneySpec.Recovery) {
      weights.add(Severity.INFO);
    }
    if (kind.severity() == Severity.ERROR
        && kind != FindingKind.MONITOR_FAULT
        && spec instanceof JourneySpec.Isolation isolation
        && isolation.minSuccessPercent() < 100) {
      weights.add(Severity.WARNING);
    }
    return weights;
  }

  private Counter runs(Outcome outcome) {
    return series.counter(
        "goldenpath.runs", "Runs that have ended, by outcome.", "outcome", outcome.label());
  }

  private Counter skips(SkipReason reason) {
    return series.counter(
        "goldenpath.runs.skipped",
        "Runs that were due and did not take place, by reason.",
        "reason",
        reason.label());
  }

  private Counter findings(Finding finding) {
    return findings(finding.kind(), finding.severity(), finding.step());
  }

  private Counter findings(FindingKind kind, Severity severity, Step step) {
    return series.counter(
        "goldenpath.findings",
        "Broken promises, by kind, severity and the step in which they were found.",
        "kind",
        kind.label(),
        "severity",
        severity.label(),
        "step",
        step.label());
  }

  private Timer duration() {
    return series.histogram("goldenpath.run.duration", "From the start of a run to its end.");
  }

  private Timer lateness() {
    return series.histogram(
        "goldenpath.schedule.lateness", "How long after its due time a run began.");
  }
}
