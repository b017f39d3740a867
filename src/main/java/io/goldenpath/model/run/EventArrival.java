package io.goldenpath.model.run;

import java.time.Duration;

/**
 * One agent event of a run, without its content.
 *
 * @param event The contract's name of the event, or {@link #OTHER}.
 * @param at When it arrived, since the run's start.
 * @param delay When it arrived, since the message was sent.
 * @param arrivalNanos Monotonic time at which its last byte was read.
 * @param answerLength Characters of the answer that it carries; 0 for most.
 */
public record EventArrival(
    String event, Duration at, Duration delay, long arrivalNanos, int frame, int answerLength) {

  /** Name of an event that the contract does not know: labels come from closed sets. */
  public static final String OTHER = "other";
}
