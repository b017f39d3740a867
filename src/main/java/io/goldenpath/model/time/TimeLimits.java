package io.goldenpath.model.time;

import java.time.Duration;

/** How long each part of a run may take, as {@code judgement.md} of the manual names them. */
public record TimeLimits(
    TimeLimit login,
    TimeLimit connect,
    TimeLimit welcome,
    TimeLimit firstEvent,
    TimeLimit gap,
    TimeLimit tool,
    TimeLimit answer,
    TimeLimit reconnect,
    Duration close) {

  /** What holds where nobody says otherwise. */
  public static final TimeLimits DEFAULTS =
      new TimeLimits(
          seconds(2, 5),
          seconds(2, 5),
          seconds(5, 10),
          seconds(5, 10),
          seconds(10, 20),
          seconds(15, 25),
          seconds(10, 30),
          TimeLimit.of(Duration.ofSeconds(3), Duration.ofMillis(4500)),
          Duration.ofSeconds(2));

  /** The same, but with this limit for the welcome. */
  public TimeLimits withWelcome(TimeLimit other) {
    return new TimeLimits(login, connect, other, firstEvent, gap, tool, answer, reconnect, close);
  }

  private static TimeLimit seconds(long degraded, long failed) {
    return TimeLimit.of(Duration.ofSeconds(degraded), Duration.ofSeconds(failed));
  }
}
