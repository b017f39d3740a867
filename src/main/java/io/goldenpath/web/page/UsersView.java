package io.goldenpath.web.page;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.strip.PathStrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users of a run, or a choice of very many; {@code more} tells the rest, or is empty. */
record UsersView(List<UserView> shown, String more) {

  static UsersView of(Probe probe, Run run, Optional<Run> good) {
    ShownUsers users = ShownUsers.of(run, ShownUsers.MAX);
    FrameBudget budget = FrameBudget.forUsers(run.users().size(), users.shown().size());
    List<UserView> views = new ArrayList<>();
    for (PathStrip strip : PathStrip.of(probe, run, users.shown())) {
      Optional<UserRun> user = user(users.shown(), strip.slot());
      Optional<UserRun> lastGood = good.flatMap(other -> user(other.users(), strip.slot()));
      views.add(UserView.of(strip, user, lastGood, run.findings(), budget));
    }
    return new UsersView(views, moreText(users.rest()));
  }

  private static Optional<UserRun> user(List<UserRun> users, int slot) {
    return users.stream().filter(user -> user.slot() == slot).findFirst();
  }

  private static String moreText(List<UserRun> rest) {
    long answered = rest.stream().filter(user -> user.timeToAnswer().isPresent()).count();
    return rest.isEmpty()
        ? ""
        : "%d more users are not shown: %d got an answer, %d did not. The JSON has them all."
            .formatted(rest.size(), answered, rest.size() - answered);
  }
}
