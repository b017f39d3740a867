package io.goldenpath.contract;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Collects the findings of one user's run. */
final class Docket {

  private static final int BOUND = 200;
  private static final int FRAMES = 50;

  private final int slot;
  private final long start;
  private final List<Finding> findings = new ArrayList<>();

  Docket(int slot, long start) {
    this.slot = slot;
    this.start = start;
  }

  /** A finding of its kind's own severity; frames are numbers, 0 stands for none. */
  void add(FindingKind kind, Step step, long nanos, Words words, int... frames) {
    add(kind, kind.severity(), step, nanos, words, frames);
  }

  void add(FindingKind kind, Severity severity, Step step, long nanos, Words words, int... frames) {
    if (findings.size() < BOUND) {
      List<Integer> numbers =
          IntStream.of(frames).filter(number -> number > 0).limit(FRAMES).boxed().toList();
      Evidence evidence =
          new Evidence(words.expected(), words.seen(), Duration.ofNanos(nanos - start), numbers);
      findings.add(new Finding(kind, severity, step, slot, words.message(), evidence));
    }
  }

  boolean has(FindingKind kind) {
    return findings.stream().anyMatch(finding -> finding.kind() == kind);
  }

  /** Whether anything in this step is worse than a warning. */
  boolean failed(Step step) {
    return findings.stream()
        .anyMatch(finding -> finding.step() == step && weighty(finding.severity()));
  }

  /** Whether anything is worse than a warning. */
  boolean failed() {
    return findings.stream().anyMatch(finding -> weighty(finding.severity()));
  }

  /** All findings in the order of their time. */
  List<Finding> findings() {
    return findings.stream()
        .sorted(Comparator.comparing(finding -> finding.evidence().at()))
        .toList();
  }

  private static boolean weighty(Severity severity) {
    return severity.compareTo(Severity.ERROR) >= 0;
  }
}
