package io.goldenpath.verdict;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a probe.
 *
 * @param since Since when.
 * @param reason One line for a person.
 * @param lastRun The last valid run; null before the first.
 * @param consecutiveFailures Failed runs since the last one that succeeded.
 */
public record ProbeState(
    Probe probe,
    Verdict verdict,
    Instant since,
    String reason,
    @Nullable Run lastRun,
    int consecutiveFailures) {

  static ProbeState initial(Probe probe, Instant now) {
    return new ProbeState(probe, Verdict.UNKNOWN, now, "no run has ended yet", null, 0);
  }

  ProbeState afterRun(Run run) {
    Verdict next = Verdict.of(run.outcome());
    return new ProbeState(
        probe,
        next,
        next == verdict ? since : run.endedAt(),
        run.reason().map(Finding::message).orElse("the last run passed"),
        run,
        run.succeeded() ? 0 : consecutiveFailures + 1);
  }

  /** No valid run has ended for so long that the verdict is unknown. */
  ProbeState expired(Instant from, String reason) {
    return verdict == Verdict.UNKNOWN
        ? this
        : new ProbeState(probe, Verdict.UNKNOWN, from, reason, lastRun, consecutiveFailures);
  }

  /** The same state under changed settings. */
  ProbeState withProbe(Probe changed) {
    return new ProbeState(changed, verdict, since, reason, lastRun, consecutiveFailures);
  }
}
