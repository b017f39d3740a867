package io.goldenpath.journey.run;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.redaction.Redactor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is written down while one user walks: steps, findings and frames, without any secret. */
public final class UserRunRecorder {

  private final int slot;
  private final long start;
  private final Stopwatch stopwatch;
  private final StepTimes stepTimes;
  private final TranscriptRecorder transcript;
  private final List<Finding> findings = new ArrayList<>();
  private final UnaryOperator<Finding> severityRule;
  private Redactor redactor;

  public UserRunRecorder(
      int slot,
      TranscriptRecorder transcript,
      Redactor redactor,
      long start,
      Stopwatch stopwatch,
      UnaryOperator<Finding> severityRule) {
    this.slot = slot;
    this.transcript = transcript;
    this.severityRule = severityRule;
    this.start = start;
    this.stopwatch = stopwatch;
    this.stepTimes = new StepTimes(start);
    this.redactor = redactor;
  }

  public long start() {
    return start;
  }

  public long now() {
    return stopwatch.nanos();
  }

  public Deadline deadlineIn(Duration time) {
    return Deadline.in(time, stopwatch);
  }

  public void hide(Secret secret) {
    redactor = redactor.with(secret);
  }

  /** The text without what is known to be secret, to be done before it is cut. */
  public String redact(String text) {
    return redactor.redact(text);
  }

  public void stepTook(Step step, long from, long to) {
    stepTimes.stepTook(step, from, to);
  }

  /** A later part of a step that may have begun already. */
  public void stepTookAlso(Step step, long from, long to) {
    stepTimes.stepTookAlso(step, from, to);
  }

  public int frame(Frame.Direction direction, long nanos, int bytes, String text) {
    return transcript.add(direction, since(nanos), bytes, redactor.redact(text));
  }

  /** A word of our own among the frames, of what cannot be seen in them. */
  public void note(String text) {
    frame(Frame.Direction.SENT, now(), 0, "(" + text + ")");
  }

  public void find(
      FindingKind kind, Step step, String expected, String message, Integer... frames) {
    find(kind, kind.severity(), step, expected, message, frames);
  }

  public void find(
      FindingKind kind,
      Severity severity,
      Step step,
      String expected,
      String message,
      Integer... frames) {
    Evidence evidence = new Evidence(expected, message, since(now()), List.of(frames));
    findings.add(severityRule.apply(new Finding(kind, severity, step, slot, message, evidence)));
  }

  public void add(List<Finding> more) {
    more.stream().map(severityRule).forEach(findings::add);
  }

  /** A step that ended well, but later than it should, is worth a word. */
  public void warnIfSlow(Step step, TimeLimit limit, long from, long to) {
    Duration taken = Duration.ofNanos(to - from);
    if (limit.slow(taken)) {
      String expected = step.label() + " within " + limit.softLimit().toMillis() + " ms";
      find(
          FindingKind.TOO_SLOW,
          step,
          expected,
          "Step %s was slow: %d ms (expected: %d ms)"
              .formatted(step.label(), taken.toMillis(), limit.softLimit().toMillis()));
    }
  }

  public List<StepResult> steps(JourneyKind journey) {
    return stepTimes.results(journey, findings);
  }

  public Transcript transcript() {
    return transcript.transcript();
  }

  /** Every broken promise, by time. */
  public List<Finding> findings() {
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
            evidence.otherUser()));
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(nanos - start);
  }
}
