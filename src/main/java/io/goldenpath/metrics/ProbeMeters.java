package io.goldenpath.metrics;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.Trigger;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What one probe counts and times. All of it stands at zero before the first run. */
final class ProbeMeters {

  private final Probe probe;
  private final Series series;
  private final VerdictBoard board;
  private final Latest latest;
  private final Set<String> inFlight;

  ProbeMeters(Probe probe, Series series, VerdictBoard board) {
    this(
        probe, series, board, new Latest(probe.id(), series, board), ConcurrentHashMap.newKeySet());
  }

  private ProbeMeters(
      Probe probe, Series series, VerdictBoard board, Latest latest, Set<String> inFlight) {
    this.probe = probe;
    this.series = series;
    this.board = board;
    this.latest = latest;
    this.inFlight = inFlight;
    new ProbeInfo(probe).publish(series);
    series.gauge(
        "goldenpath.runs.in.flight", "Runs that have begun and not ended.", inFlight::size);
    standAtZero();
  }

  /** The same series for a probe whose settings may have changed. */
  ProbeMeters of(Probe changed) {
    return changed.equals(probe) ? this : new ProbeMeters(changed, series, board, latest, inFlight);
  }

  void remove() {
    series.remove();
  }

  void started(RunTicket ticket, Duration lateness) {
    inFlight.add(ticket.id());
    if (ticket.trigger() == Trigger.SCHEDULE) {
      Series.record(lateness(), lateness);
    }
  }

  void skipped(SkipReason reason) {
    skips(reason).increment();
  }

  void finished(Run run) {
    inFlight.remove(run.id());
    runs(run.outcome()).increment();
    run.findings().forEach(finding -> findings(finding).increment());
    latest.finished(run);
    if (run.outcome() != Outcome.BROKEN) {
      Series.record(duration(), run.duration());
      run.firstEvent().ifPresent(first -> Series.record(firstEvent(), first));
      run.users().forEach(user -> new UserTimes(series, probe.events()).record(user));
    }
  }

  private void standAtZero() {
    Stream.of(Outcome.values()).forEach(this::runs);
    Stream.of(SkipReason.values()).forEach(this::skips);
    for (FindingKind kind : FindingKind.values()) {
      kind.steps().stream()
          .filter(step -> probe.journey().canFind(kind, step))
          .forEach(step -> severities(kind, step).forEach(weight -> findings(kind, weight, step)));
    }
    duration();
    firstEvent();
    lateness();
    new UserTimes(series, probe.events()).standAtZero(probe.journey().steps());
  }

  /** An error that the run recovers from, and a close that nobody answers, weigh less. */
  private static List<Severity> severities(FindingKind kind, Step step) {
    if (kind == FindingKind.ERROR_EVENT) {
      return List.of(Severity.ERROR, Severity.WARNING);
    }
    return kind == FindingKind.TIMED_OUT && step == Step.CLOSE
        ? List.of(Severity.INFO)
        : List.of(kind.severity());
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
