package io.goldenpath.model.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Collector of findings; one beyond its bound is counted and not kept. */
public final class Findings {

  private static final int MAX_OF_USER = 200;

  private final int slot;
  private final long start;
  private final int most;
  private final LongSupplier clock;
  private final UnaryOperator<Finding> severityRule;
  private final List<Finding> all = new ArrayList<>();
  private int dropped;

  /** For one user; a draft without a time of its own throws. */
  public Findings(int slot, long start) {
    this(slot, start, MAX_OF_USER);
  }

  public Findings(int slot, long start, int most) {
    this(slot, start, most, Findings::noClock, UnaryOperator.identity());
  }

  /** Without a bound; a draft without a time takes the clock's. */
  public Findings(int slot, long start, LongSupplier clock, UnaryOperator<Finding> severityRule) {
    this(slot, start, Integer.MAX_VALUE, clock, severityRule);
  }

  private Findings(
      int slot, long start, int most, LongSupplier clock, UnaryOperator<Finding> severityRule) {
    this.slot = slot;
    this.start = start;
    this.most = most;
    this.clock = clock;
    this.severityRule = severityRule;
  }

  private static long noClock() {
    throw new IllegalStateException("a finding without a moment");
  }

  public FindingDraft of(FindingKind kind) {
    return new FindingDraft(kind, slot, start, clock, this::add);
  }

  /** Decided by this event, which the finding is about. */
  public FindingDraft of(FindingKind kind, Occurrence event) {
    return of(kind).at(event.nanos()).about(event.name()).frames(event.frame());
  }

  public void addAll(List<Finding> more) {
    more.forEach(this::add);
  }

  private void add(Finding finding) {
    if (all.size() < most) {
      all.add(severityRule.apply(finding));
    } else {
      dropped++;
    }
  }

  /** Whether anything in this step is worse than a warning. */
  public boolean failed(Step step) {
    return all.stream()
        .anyMatch(finding -> finding.step() == step && finding.severity().failsRun());
  }

  public boolean failed() {
    return all.stream().anyMatch(finding -> finding.severity().failsRun());
  }

  /** All that are kept, in the order of their time. */
  public List<Finding> all() {
    return all.stream().sorted(Comparator.comparing(finding -> finding.evidence().at())).toList();
  }

  public int dropped() {
    return dropped;
  }
}
