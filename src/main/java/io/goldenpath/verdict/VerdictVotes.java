package io.goldenpath.verdict;

import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.run.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a probe's runs say, and what several of them have decided.
 *
 * @param decided Unknown until enough runs have ended.
 * @param counted Votes that can change it, the newest last: none from before it last became better.
 * @param flapping Whether more than a third of the last runs differed from the run before, and not
 *     yet fewer than a fifth again.
 */
record VerdictVotes(
    Verdict decided, List<Verdict> counted, List<Verdict> recent, boolean flapping) {

  private static final int REMEMBERED = 20;
  private static final int BEGINS_ABOVE = REMEMBERED / 3;
  private static final int ENDS_AT = REMEMBERED / 5;

  static final VerdictVotes NONE = new VerdictVotes(Verdict.UNKNOWN, List.of(), List.of(), false);

  VerdictVotes {
    counted = List.copyOf(counted);
    recent = List.copyOf(recent);
  }

  VerdictVotes after(Verdict vote, VerdictPolicy policy) {
    List<Verdict> votes = append(recent, vote, REMEMBERED + 1);
    boolean flaps = !policy.eachRun() && changed(votes) > (flapping ? ENDS_AT : BEGINS_ABOVE);
    List<Verdict> window = append(counted, vote, Math.max(policy.of(), policy.recover()));
    Verdict next = decide(window, policy);
    if (flaps) {
      next = Collections.min(List.of(next, decided, Verdict.DEGRADED));
    }
    boolean better = decided != Verdict.UNKNOWN && isWorse(decided, next);
    return new VerdictVotes(next, better ? last(window, policy.recover()) : window, votes, flaps);
  }

  /** One vote is enough where somebody was shown what is not theirs. */
  VerdictVotes afterCritical() {
    return new VerdictVotes(
        Verdict.DOWN,
        append(counted, Verdict.DOWN, REMEMBERED),
        append(recent, Verdict.DOWN, REMEMBERED + 1),
        flapping);
  }

  /** Whether a run before the next due one would tell whether the last one is to be believed. */
  boolean wantsConfirmation() {
    boolean failed = last() == Verdict.DOWN;
    boolean failedBefore = recent.size() > 1 && recent.get(recent.size() - 2) == Verdict.DOWN;
    boolean doubtful = failed != (decided == Verdict.DOWN);
    return doubtful && failed != failedBefore && !flapping;
  }

  /** What is to be said beside the cause; empty where the last run is the verdict. */
  String sentence(VerdictPolicy policy) {
    if (flapping) {
      return "flapping: %d of the last %d runs differed from the one before"
          .formatted(changed(recent), recent.size() - 1);
    }
    if (recent.isEmpty() || last() == decided) {
      return "";
    }
    return isWorse(last(), decided)
        ? "bad runs so far: %d; %d of %d change the verdict"
            .formatted(
                atMost(last(), last(counted, policy.of())).count(), policy.fail(), policy.of())
        : "good runs since: %d; %d in a row change the verdict"
            .formatted(
                counted.reversed().stream().takeWhile(vote -> isWorse(decided, vote)).count(),
                policy.recover());
  }

  private Verdict decide(List<Verdict> votes, VerdictPolicy policy) {
    Verdict vote = votes.getLast();
    if (isWorse(vote, decided)) {
      return Stream.of(Verdict.DOWN, Verdict.DEGRADED)
          .filter(worse -> isWorse(worse, decided) && isVoted(worse, votes, policy))
          .findFirst()
          .orElse(decided);
    }
    Verdict best = Collections.min(last(votes, policy.recover()));
    boolean enough = votes.size() >= policy.recover() && isWorse(decided, best);
    return decided == Verdict.UNKNOWN ? vote : enough ? best : decided;
  }

  /** A first run that is merely degraded shows that the path can be walked. */
  private boolean isVoted(Verdict worse, List<Verdict> votes, VerdictPolicy policy) {
    return atMost(worse, last(votes, policy.of())).count() >= policy.fail()
        || (decided == Verdict.UNKNOWN && votes.getLast() == worse && worse == Verdict.DEGRADED);
  }

  private Verdict last() {
    return recent.getLast();
  }

  private static boolean isWorse(Verdict one, Verdict other) {
    return one.compareTo(other) < 0;
  }

  private static Stream<Verdict> atMost(Verdict best, List<Verdict> votes) {
    return votes.stream().filter(vote -> !isWorse(best, vote));
  }

  private static int changed(List<Verdict> votes) {
    int changes = 0;
    for (int i = 1; i < votes.size(); i++) {
      changes += votes.get(i) == votes.get(i - 1) ? 0 : 1;
    }
    return changes;
  }

  private static <T> List<T> last(List<T> all, int count) {
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  private static <T> List<T> append(List<T> before, T added, int most) {
    List<T> all = new ArrayList<>(before);
    all.add(added);
    return last(all, most);
  }
}
