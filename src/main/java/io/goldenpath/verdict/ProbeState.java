package io.goldenpath.verdict;

import io.goldenpath.model.finding.CauseClass;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.RegressionState;
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
 * @param cause Why it is not up, or what the last run found; null while neither is wrong.
 * @param lastRun Its last valid run; null before the first.
 * @param loginOutage Down, whatever runs with a reused token show; null while logins work.
 * @param votes What its runs say; what they have decided is the verdict, unless it expired.
 */
public record ProbeState(
    Probe probe,
    Verdict verdict,
    Instant since,
    String reason,
    @Nullable Cause cause,
    @Nullable Run lastRun,
    RunStreak streak,
    @Nullable LoginOutage loginOutage,
    VerdictVotes votes) {

  static ProbeState initial(Probe probe, Instant now) {
    return new ProbeState(
        probe,
        Verdict.UNKNOWN,
        now,
        "no run has ended yet",
        null,
        null,
        RunStreak.NONE,
        null,
        VerdictVotes.NONE);
  }

  /** While a regression is open, good runs leave the probe degraded. */
  ProbeState afterRun(Run run, RegressionState regressions, @Nullable LoginOutage outage) {
    LoginOutage holding = run.succeeded() ? outage : null;
    Verdict ofRun = Verdict.of(run.outcome());
    Verdict vote = holding == null ? ofRun : worse(ofRun, holding.verdict(probe));
    VerdictVotes voted =
        hasCritical(run) ? votes.afterCritical() : votes.after(vote, probe.verdict());
    Verdict decided = voted.decided();
    List<Regression> changed = regressions.warnings();
    Verdict next = decided == Verdict.UP && !changed.isEmpty() ? Verdict.DEGRADED : decided;
    Cause why =
        cause != null && vote.compareTo(decided) > 0
            ? cause
            : Cause.after(run, holding == null ? run.reasons() : holding.findings(), cause);
    boolean changesAlone = next != decided && vote == Verdict.UP;
    return new ProbeState(
        probe,
        next,
        next == verdict ? since : run.endedAt(),
        joined(
            changesAlone ? sentences(changed) : reason(run, why, outage),
            voted.sentence(probe.verdict())),
        why,
        run,
        streak.after(run, vote != Verdict.DOWN),
        outage,
        voted);
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
        streak,
        outage,
        votes);
  }

  ProbeState expired(Instant from, String why) {
    return new ProbeState(
        probe,
        Verdict.UNKNOWN,
        verdict == Verdict.UNKNOWN ? since : from,
        why,
        cause,
        lastRun,
        streak,
        loginOutage,
        VerdictVotes.NONE);
  }

  ProbeState withProbe(Probe changed) {
    return new ProbeState(
        changed, verdict, since, reason, cause, lastRun, streak, loginOutage, votes);
  }

  ProbeState withLastRun(Run run) {
    return new ProbeState(probe, verdict, since, reason, cause, run, streak, loginOutage, votes);
  }

  /** When the cause began, where another one began the verdict. */
  public Optional<Instant> causeSince() {
    return verdict.compareTo(Verdict.UNKNOWN) >= 0 || cause == null || !cause.since().isAfter(since)
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
    boolean regression = verdict == Verdict.DEGRADED && votes.decided() == Verdict.UP;
    return heldByLogins() || regression;
  }

  /** What is wrong by the run that gave the cause, and the logins that still fail. */
  public Set<CauseClass> causes() {
    return Stream.concat(
            Stream.ofNullable(cause).flatMap(found -> found.all().stream()),
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

  public int consecutiveFailures() {
    return streak.failures();
  }

  /** Whether runs differ from each other again and again, so that the verdict stays bad. */
  public boolean flapping() {
    return votes.flapping();
  }

  /** What the last runs said that the verdict may rest on, the newest last. */
  public List<Verdict> countedVotes() {
    return votes.counted();
  }

  private static boolean hasCritical(Run run) {
    return run.findings().stream().anyMatch(found -> found.severity() == Severity.CRITICAL);
  }

  private static String joined(String first, String second) {
    return second.isEmpty() ? first : first + "; " + second;
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
