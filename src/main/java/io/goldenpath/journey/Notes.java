package io.goldenpath.journey;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Frame;
import io.goldenpath.probe.JourneyKind;
import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Redactor;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.StepResult;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is written down while one user walks: steps, findings and frames, without any secret. */
final class Notes {

  private final int slot;
  private final long start;
  private final Stopwatch stopwatch;
  private final Timeline timeline;
  private final Recorder recorder;
  private final List<Finding> findings = new ArrayList<>();
  private final UnaryOperator<Finding> weight;
  private Redactor redactor;

  Notes(
      int slot,
      Recorder recorder,
      Redactor redactor,
      long start,
      Stopwatch stopwatch,
      UnaryOperator<Finding> weight) {
    this.slot = slot;
    this.recorder = recorder;
    this.weight = weight;
    this.start = start;
    this.stopwatch = stopwatch;
    this.timeline = new Timeline(start);
    this.redactor = redactor;
  }

  long start() {
    return start;
  }

  long now() {
    return stopwatch.nanos();
  }

  Deadline in(Duration time) {
    return Deadline.in(time, stopwatch);
  }

  void hide(Secret secret) {
    redactor = redactor.and(secret);
  }

  /** The text without what is known to be secret, to be done before it is cut. */
  String clean(String text) {
    return redactor.redact(text);
  }

  void took(Step step, long from, long to) {
    timeline.took(step, from, to);
  }

  /** A later part of a step that may have begun already. */
  void tookAlso(Step step, long from, long to) {
    timeline.tookAlso(step, from, to);
  }

  int frame(Frame.Direction direction, long nanos, int bytes, String text) {
    return recorder.add(direction, since(nanos), bytes, redactor.redact(text));
  }

  /** A word of our own among the frames, of what cannot be seen in them. */
  void remark(String text) {
    frame(Frame.Direction.SENT, now(), 0, "(" + text + ")");
  }

  void find(FindingKind kind, Step step, String expected, String message, Integer... frames) {
    find(kind, kind.severity(), step, expected, message, frames);
  }

  void find(
      FindingKind kind,
      Severity severity,
      Step step,
      String expected,
      String message,
      Integer... frames) {
    Evidence evidence = new Evidence(expected, message, since(now()), List.of(frames));
    findings.add(weight.apply(new Finding(kind, severity, step, slot, message, evidence)));
  }

  void add(List<Finding> more) {
    more.stream().map(weight).forEach(findings::add);
  }

  /** A step that ended well, but later than it should, is worth a word. */
  void pace(Step step, Limit limit, long from, long to) {
    Duration taken = Duration.ofNanos(to - from);
    if (limit.slow(taken)) {
      String expected = step.label() + " within " + limit.ideal().toMillis() + " ms";
      find(
          FindingKind.TOO_SLOW,
          step,
          expected,
          "Step %s was slow: %d ms (expected: %d ms)"
              .formatted(step.label(), taken.toMillis(), limit.ideal().toMillis()));
    }
  }

  List<StepResult> steps(JourneyKind journey) {
    return timeline.results(journey, findings);
  }

  Transcript transcript() {
    return recorder.transcript();
  }

  /** Every broken promise, by time. */
  List<Finding> findings() {
    return findings.stream()
        .sorted(Comparator.comparing(finding -> finding.evidence().at()))
        .map(this::redacted)
        .toList();
  }

  private Finding redacted(Finding finding) {
    Evidence evidence = finding.evidence();
    return new Finding(
        finding.kind(),
        finding.severity(),
        finding.step(),
        finding.slot(),
        redactor.redact(finding.message()),
        new Evidence(
            redactor.redact(evidence.expected()),
            redactor.redact(evidence.seen()),
            evidence.at(),
            evidence.frames(),
            evidence.other()));
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(nanos - start);
  }
}
