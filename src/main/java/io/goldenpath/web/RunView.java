package io.goldenpath.web;

import io.goldenpath.probe.Concurrency;
import io.goldenpath.probe.FindingDigest;
import io.goldenpath.probe.PathStrip;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Spotlight;
import io.goldenpath.probe.UserRun;
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
    RunLine line,
    String location,
    @Nullable CrowdView crowd,
    List<FindingView> findings,
    String moreFindings,
    List<UserView> users,
    String moreUsers,
    @Nullable GoodRun good) {

  private static final int USERS = 20;
  private static final int FINDINGS = 50;

  /**
   * The last run that ended well.
   *
   * @param line The run in one line.
   * @param kept Whether it has a page still.
   * @param strip Its path.
   */
  record GoodRun(RunLine line, boolean kept, StripView strip) {}

  static RunView of(Probe probe, Run run, Optional<Run> good, boolean goodIsKept, Instant now) {
    FindingDigest findings = FindingDigest.of(run.findings(), FINDINGS);
    Spotlight spotlight = Spotlight.on(run, USERS);
    return new RunView(
        run.id(),
        ProbeView.of(probe.id()),
        RunLine.of(run, now),
        run.ticket().location(),
        Concurrency.of(run).map(CrowdView::of).orElse(null),
        FindingView.all(findings.shown(), ""),
        findings.more() == 0 ? "" : "Besides these %s.".formatted(findings.rest()),
        users(probe, run, spotlight.shown(), good),
        rest(spotlight.rest()),
        good.map(was ->
                new GoodRun(
                    RunLine.of(was, now), goodIsKept, StripView.of(PathStrip.worst(probe, was))))
            .orElse(null));
  }

  /** What became of it, in one sentence. */
  public String title() {
    String what =
        line.message().isEmpty() ? " in " + line.took() : ": " + Headline.brief(line.message());
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
    FrameRoom room = FrameRoom.among(run.users().size(), shown.size());
    List<UserView> views = new ArrayList<>();
    for (PathStrip strip : PathStrip.of(probe, run, shown)) {
      Optional<UserRun> user = user(shown, strip.slot());
      Optional<UserRun> was = good.flatMap(other -> user(other.users(), strip.slot()));
      views.add(UserView.of(strip, user, was, run.findings(), room));
    }
    return views;
  }

  private static Optional<UserRun> user(List<UserRun> users, int slot) {
    return users.stream().filter(user -> user.slot() == slot).findFirst();
  }

  private static String rest(List<UserRun> rest) {
    long answered = rest.stream().filter(user -> user.answer().isPresent()).count();
    return rest.isEmpty()
        ? ""
        : "%d more users are not shown: %d got an answer, %d did not. The JSON has them all."
            .formatted(rest.size(), answered, rest.size() - answered);
  }
}
