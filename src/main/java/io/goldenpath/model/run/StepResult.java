package io.goldenpath.model.run;

import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.finding.Step;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one step went for one user.
 *
 * @param start When it began, since the run's start.
 * @param duration How long it took; zero when it was skipped.
 * @param tokenAge Age of the token that stood in for a login; null where the step was walked.
 * @param loginFailingSince Since when logins fail: this one too, or those that the token stood in
 *     for. Null where they work.
 */
public record StepResult(
    Step step,
    State state,
    Duration start,
    Duration duration,
    @Nullable Duration tokenAge,
    @Nullable Instant loginFailingSince) {

  public StepResult(Step step, State state, Duration start, Duration duration) {
    this(step, state, start, duration, null, null);
  }

  /** How a step ended. */
  public enum State implements Labelled {
    PASSED,
    FAILED,
    /** A login that was not walked: the token of an earlier run served. */
    REUSED,
    /** An earlier step failed, so this one never ran. */
    SKIPPED;
  }

  /** When it ended, since the run's start. */
  public Duration end() {
    return start.plus(duration);
  }
}
