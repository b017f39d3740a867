package io.goldenpath.web.page;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.strip.PathStrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one run.
 *
 * @param concurrency Its users compared; null for one alone.
 * @param users Its users, or a choice of very many.
 * @param moreUsers The rest of them, in words; may be empty.
 * @param lastGood Null where this run is the last good one, or there is none.
 */
record RunView(
    Run run,
    @Nullable ConcurrencySummary concurrency,
    FindingSummary findings,
    List<UserView> users,
    String moreUsers,
    @Nullable LastGoodRunView lastGood) {

  private static final int MAX_FINDINGS = 50;

  /** Last run that ended well. */
  record LastGoodRunView(Run run, StripView strip) {}

  static RunView of(Probe probe, Run run, Optional<Run> good) {
    ShownUsers users = ShownUsers.of(run, ShownUsers.MAX);
    FrameBudget budget = FrameBudget.forUsers(run.users().size(), users.shown().size());
    List<UserView> views = new ArrayList<>();
    for (PathStrip strip : PathStrip.of(probe, run, users.shown())) {
      Optional<UserRun> user = user(run, strip.slot());
      Optional<UserRun> lastGood = good.flatMap(other -> user(other, strip.slot()));
      views.add(UserView.of(strip, user, lastGood, run.findings(), budget));
    }
    return new RunView(
        run,
        ConcurrencySummary.of(run).orElse(null),
        FindingSummary.of(
            run.findings().stream().sorted(Finding.HEAVIEST_FIRST).toList(), MAX_FINDINGS),
        views,
        moreText(users.rest()),
        good.map(other ->
                new LastGoodRunView(other, StripView.of(PathStrip.ofWorstUser(probe, other))))
            .orElse(null));
  }

  public String title() {
    String what =
        run.reason()
            .map(finding -> ": " + Excerpt.of(finding.message(), Headline.MAX_LENGTH))
            .orElse(" in " + DurationText.of(run.duration()));
    return run.probe().target() + " " + run.outcome().label() + what;
  }

  /** What the monitor's own standstill means for this run; empty where there was none. */
  public String stalled() {
    return run.stalled().isZero()
        ? ""
        : "The monitor itself stood still for %s in this run: limits were widened, and its times are in no histogram."
            .formatted(DurationText.of(run.stalled()));
  }

  /** The verdict whose colour and icon go with the outcome. */
  public String verdict() {
    return Verdict.of(run.outcome()).label();
  }

  private static Optional<UserRun> user(Run run, int slot) {
    return run.users().stream().filter(user -> user.slot() == slot).findFirst();
  }

  private static String moreText(List<UserRun> rest) {
    long answered = rest.stream().filter(user -> user.timeToAnswer().isPresent()).count();
    return rest.isEmpty()
        ? ""
        : "%d more users are not shown: %d got an answer, %d did not. The JSON has them all."
            .formatted(rest.size(), answered, rest.size() - answered);
  }
}
