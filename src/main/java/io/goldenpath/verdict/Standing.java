package io.goldenpath.verdict;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a probe stands.
 *
 * @param probe Which probe.
 * @param verdict What is believed of it.
 * @param since Since when.
 * @param why One line for a person.
 * @param lastRun The last run that was not our own fault; null before the first.
 * @param tally What has been counted.
 */
public record Standing(
    Probe probe, Verdict verdict, Instant since, String why, @Nullable Run lastRun, Tally tally) {

  /**
   * What has been counted of a probe.
   *
   * @param consecutiveFailures failed runs since the last one that was none
   * @param lastSuccess end of the last run that passed or was merely degraded; null before the
   *     first
   */
  public record Tally(int consecutiveFailures, @Nullable Instant lastSuccess) {

    Tally after(Run run) {
      return run.succeeded()
          ? new Tally(0, run.endedAt())
          : new Tally(consecutiveFailures + 1, lastSuccess);
    }
  }

  static Standing first(Probe probe, Instant now) {
    return new Standing(
        probe, Verdict.UNKNOWN, now, "no run has ended yet", null, new Tally(0, null));
  }

  Standing after(Run run) {
    Verdict next = Verdict.of(run.outcome());
    String reason =
        run.worst()
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(Finding::message)
            .orElse("the golden path works");
    return new Standing(
        probe, next, next == verdict ? since : run.endedAt(), reason, run, tally.after(run));
  }

  /** No run that counts has ended in so long that none may be relied on. */
  Standing stale(Instant from, String reason) {
    return verdict == Verdict.UNKNOWN
        ? this
        : new Standing(probe, Verdict.UNKNOWN, from, reason, lastRun, tally);
  }

  /** The same standing under changed settings. */
  Standing of(Probe changed) {
    return new Standing(changed, verdict, since, why, lastRun, tally);
  }
}
