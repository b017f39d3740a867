package io.goldenpath.verdict;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Trigger;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest due times of a probe, and what became of them. Its runs are held to be skipped again
 * and again from three skips of five on, or once the target asks to be left alone, until at most
 * one of five is. Guarded by {@link VerdictBoard}.
 */
final class DueRuns {

  private static final int REMEMBERED = 5;
  private static final int MANY = 3;
  private static final int FEW = 1;

  private final Deque<Boolean> skipped = new ArrayDeque<>();
  private @Nullable SkippedRun last;
  private boolean often;

  /** Of a probe on demand, each run is. */
  static boolean isDue(Run run, Probe probe) {
    return run.info().trigger() == Trigger.SCHEDULE || probe.cadence().period().isEmpty();
  }

  /** Returns whether runs are skipped again and again only since this one. */
  boolean skip(SkippedRun run) {
    boolean before = often && last != null && last.reason() == run.reason();
    last = run;
    add(true);
    often |= count() >= MANY || run.reason() == SkipReason.BACKING_OFF;
    return often && !before;
  }

  /** Returns whether runs take place again from this one on. */
  boolean run() {
    add(false);
    boolean over = often && count() <= FEW && skipped.size() == REMEMBERED;
    often &= !over;
    return over;
  }

  /** What is to be told: the last due run was skipped, or runs are again and again. */
  Optional<Skips> skips() {
    return last == null || !(often || lastSkipped())
        ? Optional.empty()
        : Optional.of(Skips.of(count(), skipped.size(), last, !lastSkipped()));
  }

  boolean lastSkipped() {
    return !skipped.isEmpty() && skipped.getLast();
  }

  private void add(boolean wasSkipped) {
    skipped.addLast(wasSkipped);
    if (skipped.size() > REMEMBERED) {
      skipped.removeFirst();
    }
  }

  private int count() {
    return Collections.frequency(skipped, true);
  }
}
