package io.goldenpath.model.time;

import java.time.Duration;

/**
 * How long each part of a run may take, as {@code judgement.md} of the manual names them.
 *
 * @param queue Until the server asks for the question, where its dialect waits for that.
 */
public record TimeLimits(
    TimeLimit login,
    TimeLimit connect,
    TimeLimit welcome,
    TimeLimit queue,
    TimeLimit reconnect,
    Duration close,
    EventLimits events) {

  public static final TimeLimits DEFAULTS =
      new TimeLimits(
          seconds(2, 5),
          seconds(2, 5),
          seconds(5, 10),
          seconds(5, 10),
          new TimeLimit(Duration.ofSeconds(3), Duration.ofMillis(4500)),
          Duration.ofSeconds(2),
          new EventLimits(seconds(5, 10), seconds(10, 20), seconds(15, 25), seconds(10, 30)));

  /** How long a run's events may take. */
  public record EventLimits(TimeLimit first, TimeLimit gap, TimeLimit tool, TimeLimit answer) {}

  public TimeLimit firstEvent() {
    return events.first();
  }

  public TimeLimit gap() {
    return events.gap();
  }

  public TimeLimit tool() {
    return events.tool();
  }

  public TimeLimit answer() {
    return events.answer();
  }

  public TimeLimits withWelcome(TimeLimit other) {
    return new TimeLimits(login, connect, other, queue, reconnect, close, events);
  }

  private static TimeLimit seconds(long degraded, long failed) {
    return new TimeLimit(Duration.ofSeconds(degraded), Duration.ofSeconds(failed));
  }
}
