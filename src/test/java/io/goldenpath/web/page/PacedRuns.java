package io.goldenpath.web.page;

import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.util.List;

/** Runs that took longer or less long. */
final class PacedRuns {

  private PacedRuns() {}

  /** The same run, of which all took so many percent of the time. */
  static Run of(Run run, int percent) {
    List<UserRun> users = run.users().stream().map(user -> of(user, percent)).toList();
    return new Run(
        run.info(), scaled(run.duration(), percent), run.outcome(), run.findings(), users);
  }

  private static UserRun of(UserRun user, int percent) {
    return new UserRun(
        user.slot(),
        user.steps().stream()
            .map(step ->
                new StepResult(
                    step.step(),
                    step.state(),
                    scaled(step.start(), percent),
                    scaled(step.duration(), percent)))
            .toList(),
        user.connectPhases(),
        user.events().stream()
            .map(event ->
                new EventArrival(
                    event.event(),
                    scaled(event.at(), percent),
                    scaled(event.delay(), percent),
                    event.arrivalNanos(),
                    event.frame(),
                    event.answerLength()))
            .toList(),
        user.transcript(),
        user.expiry());
  }

  private static Duration scaled(Duration time, int percent) {
    return time.multipliedBy(percent).dividedBy(100);
  }
}
