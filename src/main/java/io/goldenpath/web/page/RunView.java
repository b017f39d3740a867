package io.goldenpath.web.page;

import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.strip.PathStrip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run with its evidence.
 *
 * @param id Its id.
 * @param probe Which probe ran.
 * @param line The run in one line.
 * @param location Where the monitor stood.
 * @param crowd What several users met together; null for one alone.
 * @param findings Every broken promise, or the heaviest of very many.
 * @param moreFindings The rest of them in words.
 * @param users What each user met, or those of very many who are worth showing.
 * @param moreUsers The rest of them in words.
 * @param good The last good run, where there is another one.
 */
record RunView(
    String id,
    ProbeView probe,
    RunSummaryView line,
    String location,
    @Nullable ConcurrencyView crowd,
    List<FindingView> findings,
    String moreFindings,
    List<UserView> users,
    String moreUsers,
    @Nullable LastGoodRunView good) {

  private static final int MAX_USERS = 20;
  private static final int MAX_FINDINGS = 50;

  /**
   * The last run that ended well.
   *
   * @param line The run in one line.
   * @param kept Whether it has a page still.
   * @param strip Its path.
   */
  record LastGoodRunView(RunSummaryView line, boolean kept, StripView strip) {}

  static RunView of(Probe probe, Run run, Optional<Run> good, boolean goodIsKept, Instant now) {
    FindingSummary findings = FindingSummary.of(run.findings(), MAX_FINDINGS);
    ShownUsers shownUsers = ShownUsers.of(run, MAX_USERS);
    return new RunView(
        run.id(),
        ProbeView.of(probe.id()),
        RunSummaryView.of(run, now),
        run.info().location(),
        ConcurrencySummary.of(run).map(ConcurrencyView::of).orElse(null),
        FindingView.all(findings.shown(), ""),
        findings.more() == 0 ? "" : "Besides these %s.".formatted(findings.rest()),
        users(probe, run, shownUsers.shown(), good),
        hiddenUsers(shownUsers.rest()),
        good.map(lastGood ->
                new LastGoodRunView(
                    RunSummaryView.of(lastGood, now),
                    goodIsKept,
                    StripView.of(PathStrip.ofWorstUser(probe, lastGood))))
            .orElse(null));
  }

  /** What became of it, in one sentence. */
  public String title() {
    String what =
        line.message().isEmpty()
            ? " in " + line.took()
            : ": " + Headline.firstClause(line.message());
    return probe.target() + " " + line.word() + what;
  }

  /** The verdict whose colour and icon go with the outcome. */
  public String verdict() {
    return switch (line.outcome()) {
      case PASSED -> "up";
      case DEGRADED -> "degraded";
      case FAILED -> "down";
      case BROKEN -> "unknown";
    };
  }

  private static List<UserView> users(
      Probe probe, Run run, List<UserRun> shown, Optional<Run> good) {
    FrameBudget budget = FrameBudget.forUsers(run.users().size(), shown.size());
    List<UserView> views = new ArrayList<>();
    for (PathStrip strip : PathStrip.of(probe, run, shown)) {
      Optional<UserRun> user = user(shown, strip.slot());
      Optional<UserRun> lastGood = good.flatMap(other -> user(other.users(), strip.slot()));
      views.add(UserView.of(strip, user, lastGood, run.findings(), budget));
    }
    return views;
  }

  private static Optional<UserRun> user(List<UserRun> users, int slot) {
    return users.stream().filter(user -> user.slot() == slot).findFirst();
  }

  private static String hiddenUsers(List<UserRun> rest) {
    long answered = rest.stream().filter(user -> user.timeToAnswer().isPresent()).count();
    return rest.isEmpty()
        ? ""
        : "%d more users are not shown: %d got an answer, %d did not. The JSON has them all."
            .formatted(rest.size(), answered, rest.size() - answered);
  }
}
