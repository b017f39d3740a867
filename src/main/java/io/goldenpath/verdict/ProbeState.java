package io.goldenpath.verdict;

import io.goldenpath.model.finding.CauseClass;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Current state of a probe.
 *
 * @param since When the verdict began; its cause may be a later one.
 * @param cause Why it is not up; null while the last run passed.
 * @param lastRun Its last valid run; null before the first.
 * @param loginOutage Down, whatever runs with a reused token show; null while logins work.
 */
public record ProbeState(
    Probe probe,
    Verdict verdict,
    Instant since,
    String reason,
    @Nullable Cause cause,
    @Nullable Run lastRun,
    int consecutiveFailures,
    @Nullable LoginOutage loginOutage) {

  static ProbeState initial(Probe probe, Instant now) {
    return new ProbeState(probe, Verdict.UNKNOWN, now, "no run has ended yet", null, null, 0, null);
  }

  /** While a regression is open, a good run leaves the probe degraded. */
  ProbeState afterRun(Run run, RegressionState regressions, @Nullable LoginOutage outage) {
    List<Regression> changed = regressions.warnings();
    Verdict ofRun = Verdict.of(run.outcome());
    Verdict voted = ofRun == Verdict.UP && !changed.isEmpty() ? Verdict.DEGRADED : ofRun;
    LoginOutage holding = run.succeeded() ? outage : null;
    Verdict next = holding == null ? voted : worse(voted, holding.verdict(probe));
    Cause why = Cause.after(run, holding == null ? run.reasons() : holding.findings(), this.cause);
    return new ProbeState(
        probe,
        next,
        next == verdict ? since : run.endedAt(),
        voted == ofRun || holding != null ? reason(run, why, outage) : sentences(changed),
        why,
        run,
        next == Verdict.DOWN ? consecutiveFailures + 1 : 0,
        outage);
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** A run in maintenance leaves the verdict as it is. */
  ProbeState afterExcusedRun(Run run, @Nullable LoginOutage outage) {
    return new ProbeState(
        probe,
        verdict,
        since,
        verdict == Verdict.UNKNOWN ? "only runs in maintenance have ended" : reason,
        cause,
        run,
        consecutiveFailures,
        outage);
  }

  ProbeState expired(Instant from, String why) {
    return new ProbeState(
        probe,
        Verdict.UNKNOWN,
        verdict == Verdict.UNKNOWN ? since : from,
        why,
        cause,
        lastRun,
        consecutiveFailures,
        loginOutage);
  }

  ProbeState withProbe(Probe changed) {
    return new ProbeState(
        changed, verdict, since, reason, cause, lastRun, consecutiveFailures, loginOutage);
  }

  /** When the cause began, where another one began the verdict. */
  public Optional<Instant> causeSince() {
    return verdict == Verdict.UNKNOWN || cause == null || cause.since().equals(since)
        ? Optional.empty()
        : Optional.of(cause.since());
  }

  /** Whether logins fail that a good last run had no vote on. */
  public boolean heldByLogins() {
    return loginOutage != null
        && verdict != Verdict.UNKNOWN
        && lastRun != null
        && lastRun.succeeded();
  }

  /** Whether the reason says itself since when it holds. */
  public boolean datesItself() {
    boolean regression =
        verdict == Verdict.DEGRADED && lastRun != null && lastRun.outcome() == Outcome.PASSED;
    return heldByLogins() || regression;
  }

  /** What is wrong by the last valid run, and the logins that still fail. */
  public Set<CauseClass> causes() {
    return Stream.concat(
            Stream.ofNullable(lastRun).flatMap(run -> run.reasons().stream()),
            Stream.ofNullable(loginOutage).flatMap(outage -> outage.findings().stream()))
        .flatMap(finding -> CauseClass.of(finding).stream())
        .collect(Collectors.toSet());
  }

  /** Kind and step tell two causes apart whose sentences are alike. */
  String causeHeadline() {
    return cause == null ? reason : cause.finding().headline(false);
  }

  /** Whether it is down as before, by another cause. */
  boolean isDownAnew(ProbeState before) {
    return verdict == Verdict.DOWN
        && before.verdict == Verdict.DOWN
        && cause != null
        && before.cause != null
        && !cause.since().equals(before.cause.since());
  }

  private static String sentences(List<Regression> changed) {
    return changed.stream().map(Regression::sentence).collect(Collectors.joining("; "));
  }

  private static String reason(Run run, @Nullable Cause why, @Nullable LoginOutage outage) {
    String found = why == null ? "the last run passed" : why.finding().message();
    if (outage == null) {
      return found;
    }
    if (run.succeeded()) {
      return outage.reason();
    }
    return why != null && why.finding().step() == Step.LOGIN
        ? found + outage.othersThan(run)
        : found + "; " + outage.reason();
  }
}
