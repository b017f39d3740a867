package io.goldenpath.contract;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Collects findings of one user's run, and writes durations as people read them. */
final class Docket {

  private static final int BOUND = 200;

  private final int slot;
  private final long start;
  private final List<Finding> findings = new ArrayList<>();

  Docket(int slot, long start) {
    this.slot = slot;
    this.start = start;
  }

  void add(
      FindingKind kind,
      Step step,
      long nanos,
      String expected,
      String seen,
      String message,
      Integer... frames) {
    add(kind, kind.severity(), step, nanos, expected, seen, message, Arrays.asList(frames));
  }

  void add(
      FindingKind kind,
      Severity severity,
      Step step,
      long nanos,
      String expected,
      String seen,
      String message,
      List<Integer> frames) {
    if (findings.size() < BOUND) {
      Evidence evidence = new Evidence(expected, seen, Duration.ofNanos(nanos - start), frames);
      findings.add(new Finding(kind, severity, step, slot, message, evidence));
    }
  }

  boolean has(FindingKind... kinds) {
    return findings.stream().anyMatch(finding -> Arrays.asList(kinds).contains(finding.kind()));
  }

  /** All findings in the order of their time. */
  List<Finding> findings() {
    return findings.stream()
        .sorted(Comparator.comparing(finding -> finding.evidence().at()))
        .toList();
  }

  static String since(long from, long to) {
    return words(Duration.ofNanos(to - from));
  }

  static String words(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1000
        ? millis + " ms"
        : String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
  }
}
