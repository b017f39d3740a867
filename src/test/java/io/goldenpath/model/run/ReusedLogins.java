package io.goldenpath.model.run;

import io.goldenpath.model.finding.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs whose login was not walked. */
public final class ReusedLogins {

  private ReusedLogins() {}

  /** The same run, for which a token of this age stood in for the login. */
  public static Run of(Run run, Duration tokenAge) {
    return of(run, tokenAge, null);
  }

  /** The same run, and logins fail since then. */
  public static Run of(Run run, Duration tokenAge, @Nullable Instant failingSince) {
    List<UserRun> users =
        run.users().stream().map(user -> of(user, tokenAge, failingSince)).toList();
    return new Run(run.info(), run.duration(), run.outcome(), run.findings(), users);
  }

  private static UserRun of(UserRun user, Duration tokenAge, @Nullable Instant failingSince) {
    List<StepResult> steps =
        user.steps().stream()
            .map(step ->
                step.step() == Step.LOGIN
                    ? new StepResult(
                        Step.LOGIN,
                        StepResult.State.REUSED,
                        step.start(),
                        Duration.ofNanos(8_000),
                        tokenAge,
                        failingSince)
                    : step)
            .toList();
    return new UserRun(
        user.slot(), steps, user.connectPhases(), user.events(), user.transcript(), user.expiry());
  }
}
