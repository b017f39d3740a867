package io.goldenpath.metrics;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.Trigger;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What one probe counts and times. All of it stands at zero before the first run. */
final class ProbeMeters {

  private final Probe probe;
  private final Series series;
  private final VerdictBoard board;
  private final Latest latest;
  private final AtomicInteger inFlight;

  ProbeMeters(Probe probe, Series series, VerdictBoard board) {
    this(probe, series, board, new Latest(probe.id(), series, board), new AtomicInteger());
  }

  private ProbeMeters(
      Probe probe, Series series, VerdictBoard board, Latest latest, AtomicInteger inFlight) {
    this.probe = probe;
    this.series = series;
    this.board = board;
    this.latest = latest;
    this.inFlight = inFlight;
    new ProbeInfo(probe).publish(series);
    series.gauge("goldenpath.runs.in.flight", "Runs that have begun and not ended.", inFlight::get);
    standAtZero();
  }

  /** The same series for a probe whose settings may have changed. */
  ProbeMeters of(Probe changed) {
    return changed.equals(probe) ? this : new ProbeMeters(changed, series, board, latest, inFlight);
  }

  void remove() {
    series.remove();
  }

  void started(Trigger trigger, Duration lateness) {
    inFlight.incrementAndGet();
    if (trigger == Trigger.SCHEDULE) {
      lateness().record(lateness);
    }
  }

  void skipped(SkipReason reason) {
    skips(reason).increment();
  }

  void finished(Run run) {
    inFlight.decrementAndGet();
    runs(run.outcome()).increment();
    run.findings().forEach(finding -> findings(finding).increment());
    latest.finished(run);
    if (run.outcome() != Outcome.BROKEN) {
      duration().record(run.duration());
      run.firstEvent().ifPresent(firstEvent()::record);
      run.users().forEach(user -> new UserTimes(series, probe.events()).record(user));
    }
  }

  private void standAtZero() {
    Stream.of(Outcome.values()).forEach(this::runs);
    Stream.of(SkipReason.values()).forEach(this::skips);
    for (FindingKind kind : FindingKind.values()) {
      kind.steps().stream()
          .filter(probe.journey().steps()::contains)
          .forEach(step -> findings(kind, kind.severity(), step));
    }
    duration();
    firstEvent();
    lateness();
    new UserTimes(series, probe.events()).standAtZero(probe.journey().steps());
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

  private Timer firstEvent() {
    return series.histogram(
        "goldenpath.first.event", "From the sent message to the first agent event.");
  }

  private Timer lateness() {
    return series.histogram(
        "goldenpath.schedule.lateness", "How long after its due time a run began.");
  }
}
