package io.goldenpath.verdict;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a probe stands.
 *
 * @param probe Which probe.
 * @param verdict What is believed of it.
 * @param since Since when.
 * @param reason One line for a person.
 * @param lastRun The last run that was not our own fault; null before the first.
 * @param counts What has been counted.
 */
public record ProbeState(
    Probe probe,
    Verdict verdict,
    Instant since,
    String reason,
    @Nullable Run lastRun,
    RunCounts counts) {

  /**
   * What has been counted of a probe.
   *
   * @param consecutiveFailures failed runs since the last one that was none
   * @param lastSuccess end of the last run that passed or was merely degraded; null before the
   *     first
   */
  public record RunCounts(int consecutiveFailures, @Nullable Instant lastSuccess) {

    RunCounts afterRun(Run run) {
      return run.succeeded()
          ? new RunCounts(0, run.endedAt())
          : new RunCounts(consecutiveFailures + 1, lastSuccess);
    }
  }

  static ProbeState initial(Probe probe, Instant now) {
    return new ProbeState(
        probe, Verdict.UNKNOWN, now, "no run has ended yet", null, new RunCounts(0, null));
  }

  ProbeState afterRun(Run run) {
    Verdict next = Verdict.of(run.outcome());
    String reason =
        run.worstFinding()
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(Finding::message)
            .orElse("the golden path works");
    return new ProbeState(
        probe, next, next == verdict ? since : run.endedAt(), reason, run, counts.afterRun(run));
  }

  /** No run that counts has ended in so long that none may be relied on. */
  ProbeState expired(Instant from, String reason) {
    return verdict == Verdict.UNKNOWN
        ? this
        : new ProbeState(probe, Verdict.UNKNOWN, from, reason, lastRun, counts);
  }

  /** The same standing under changed settings. */
  ProbeState withProbe(Probe changed) {
    return new ProbeState(changed, verdict, since, reason, lastRun, counts);
  }
}
