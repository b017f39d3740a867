package io.goldenpath.web;

import io.goldenpath.probe.PathStrip;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
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
 * @param findings Every broken promise.
 * @param users What each user met.
 * @param good The last good run, where there is another one.
 */
record RunView(
    String id,
    ProbeView probe,
    RunLine line,
    String location,
    List<FindingView> findings,
    List<UserView> users,
    @Nullable GoodRun good) {

  /**
   * The last run that ended well.
   *
   * @param line The run in one line.
   * @param kept Whether it has a page still.
   * @param strip Its path.
   */
  record GoodRun(RunLine line, boolean kept, StripView strip) {}

  static RunView of(Probe probe, Run run, Optional<Run> good, boolean goodIsKept, Instant now) {
    return new RunView(
        run.id(),
        ProbeView.of(probe.id()),
        RunLine.of(run, now),
        run.ticket().location(),
        FindingView.all(run.findings()),
        users(probe, run, good),
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

  private static List<UserView> users(Probe probe, Run run, Optional<Run> good) {
    List<UserView> views = new ArrayList<>();
    for (PathStrip strip : PathStrip.of(probe, run)) {
      Optional<UserRun> user = user(run, strip.slot());
      Optional<UserRun> was = good.flatMap(other -> user(other, strip.slot()));
      views.add(UserView.of(strip, user, was, run.findings()));
    }
    return views;
  }

  private static Optional<UserRun> user(Run run, int slot) {
    return run.users().stream().filter(user -> user.slot() == slot).findFirst();
  }
}
