package io.goldenpath.verdict;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Current state of a probe.
 *
 * @param lastRun Its last valid run; null before the first.
 * @param loginOutage Down, whatever runs with a reused token show; null while logins work.
 */
public record ProbeState(
    Probe probe,
    Verdict verdict,
    Instant since,
    String reason,
    @Nullable Run lastRun,
    int consecutiveFailures,
    @Nullable LoginOutage loginOutage) {

  static ProbeState initial(Probe probe, Instant now) {
    return new ProbeState(probe, Verdict.UNKNOWN, now, "no run has ended yet", null, 0, null);
  }

  ProbeState afterRun(Run run) {
    LoginOutage outage = LoginOutage.after(run, loginOutage);
    LoginOutage lockedOut = run.succeeded() ? outage : null;
    Verdict next = lockedOut == null ? Verdict.of(run.outcome()) : Verdict.DOWN;
    return new ProbeState(
        probe,
        next,
        next == verdict ? since : run.endedAt(),
        lockedOut == null
            ? run.reason().map(Finding::message).orElse("the last run passed")
            : lockedOut.reason(),
        run,
        run.succeeded() && lockedOut == null ? 0 : consecutiveFailures + 1,
        outage);
  }

  ProbeState expired(Instant from, String reason) {
    return verdict == Verdict.UNKNOWN
        ? this
        : new ProbeState(
            probe, Verdict.UNKNOWN, from, reason, lastRun, consecutiveFailures, loginOutage);
  }

  ProbeState withProbe(Probe changed) {
    return new ProbeState(
        changed, verdict, since, reason, lastRun, consecutiveFailures, loginOutage);
  }
}
