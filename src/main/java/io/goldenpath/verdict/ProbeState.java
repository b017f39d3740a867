package io.goldenpath.verdict;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Current state of a probe; {@code lastRun} is its last valid run, null before the first. */
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

  ProbeState expired(Instant from, String reason) {
    return verdict == Verdict.UNKNOWN
        ? this
        : new ProbeState(probe, Verdict.UNKNOWN, from, reason, lastRun, consecutiveFailures);
  }

  ProbeState withProbe(Probe changed) {
    return new ProbeState(changed, verdict, since, reason, lastRun, consecutiveFailures);
  }
}
