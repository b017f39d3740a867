package io.goldenpath.model.run;

import java.util.List;

/** Runs that lack one event. */
public final class ReducedRuns {

  private ReducedRuns() {}

  public static Run without(String event, Run run) {
    List<UserRun> users = run.users().stream().map(user -> without(event, user)).toList();
    return new Run(run.info(), run.duration(), run.outcome(), run.findings(), users);
  }

  private static UserRun without(String event, UserRun user) {
    List<EventArrival> left =
        user.events().stream().filter(arrival -> !arrival.event().equals(event)).toList();
    return new UserRun(
        user.slot(), user.steps(), user.connectPhases(), left, user.transcript(), user.expiry());
  }
}
