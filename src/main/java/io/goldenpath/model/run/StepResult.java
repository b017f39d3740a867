package io.goldenpath.model.run;

import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.finding.Step;
import java.time.Duration;

/**
 * How one step went for one user.
 *
 * @param start When it began, since the run's start.
 * @param duration How long it took; zero when it was skipped.
 */
public record StepResult(Step step, State state, Duration start, Duration duration) {

  /** How a step ended. */
  public enum State implements Labelled {
    PASSED,
    FAILED,
    /** An earlier step failed, so this one never ran. */
    SKIPPED;
  }

  /** When it ended, since the run's start. */
  public Duration end() {
    return start.plus(duration);
  }
}
