package io.goldenpath.model.finding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Collects the findings of one user's run. */
public final class Findings {

  private static final int BOUND = 200;
  private static final int FRAMES = 50;

  private final int slot;
  private final long start;
  private final List<Finding> findings = new ArrayList<>();

  public Findings(int slot, long start) {
    this.slot = slot;
    this.start = start;
  }

  /** A finding of its kind's own severity; frames are numbers, 0 stands for none. */
  public void add(FindingKind kind, Step step, long nanos, FindingText text, int... frames) {
    add(kind, kind.severity(), step, nanos, text, frames);
  }

  public void add(
      FindingKind kind, Severity severity, Step step, long nanos, FindingText text, int... frames) {
    if (findings.size() < BOUND) {
      List<Integer> numbers =
          IntStream.of(frames).filter(number -> number > 0).limit(FRAMES).boxed().toList();
      Evidence evidence =
          new Evidence(text.expected(), text.seen(), Duration.ofNanos(nanos - start), numbers);
      findings.add(new Finding(kind, severity, step, slot, text.message(), evidence));
    }
  }

  boolean has(FindingKind kind) {
    return findings.stream().anyMatch(finding -> finding.kind() == kind);
  }

  /** Whether anything in this step is worse than a warning. */
  public boolean failed(Step step) {
    return findings.stream()
        .anyMatch(finding -> finding.step() == step && isFailure(finding.severity()));
  }

  /** Whether anything is worse than a warning. */
  public boolean failed() {
    return findings.stream().anyMatch(finding -> isFailure(finding.severity()));
  }

  /** All findings in the order of their time. */
  public List<Finding> findings() {
    return findings.stream()
        .sorted(Comparator.comparing(finding -> finding.evidence().at()))
        .toList();
  }

  private static boolean isFailure(Severity severity) {
    return severity.compareTo(Severity.ERROR) >= 0;
  }
}
