package io.goldenpath.strip;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Station on the path of one user.
 *
 * @param label Name of the step, or of the contract's event.
 * @param at When the user passed it or failed at it, since the run's start; null where it has no
 *     moment of its own.
 * @param duration How long the step took; of a reused login the age of its token; for an event and
 *     for the answer, since the message was sent.
 * @param finding Worst finding here; null without one.
 */
public record Station(
    String label,
    Step step,
    State state,
    @Nullable Duration at,
    @Nullable Duration duration,
    @Nullable Finding finding) {

  /** How far a user came. */
  public enum State implements Labelled {
    /** No run has ended yet. */
    WAITING,
    PASSED,
    /** Not walked: a token of an earlier run served. */
    REUSED,
    DEGRADED,
    FAILED,
    /** Never reached, or not part of this run. */
    SKIPPED;
  }

  Station waiting() {
    return new Station(label, step, State.WAITING, null, null, null);
  }

  /** What was found here and is held against the target. */
  public Optional<Finding> fault() {
    return state == State.FAILED || state == State.DEGRADED
        ? Optional.ofNullable(finding)
        : Optional.empty();
  }

  /** What to print beneath: {@code 41 ms}, {@code +310 ms} since the message, or {@code never}. */
  public String timing() {
    if (duration == null) {
      return state == State.FAILED ? "never" : "";
    }
    if (state == State.REUSED) {
      return reused(duration);
    }
    boolean sinceMessage = step == Step.EVENTS || step == Step.ANSWER;
    return (sinceMessage ? "+" : "") + DurationText.millis(duration);
  }

  /** What to print for a login whose token an earlier run was given: {@code reused, 3 min old}. */
  public static String reused(Duration tokenAge) {
    return "reused, " + DurationText.rounded(tokenAge) + " old";
  }
}
