package io.goldenpath.probe;

import java.time.Duration;

/** How long each part of a run may take, as {@code judgement.md} of the manual names them. */
public record Limits(
    Limit login,
    Limit connect,
    Limit welcome,
    Limit firstEvent,
    Limit gap,
    Limit tool,
    Limit answer,
    Limit reconnect,
    Duration close) {

  /** What holds where nobody says otherwise. */
  public static final Limits DEFAULTS =
      new Limits(
          seconds(2, 5),
          seconds(2, 5),
          seconds(5, 10),
          seconds(5, 10),
          seconds(10, 20),
          seconds(15, 25),
          seconds(10, 30),
          Limit.of(Duration.ofSeconds(3), Duration.ofMillis(4500)),
          Duration.ofSeconds(2));

  /** The same, but with this limit for the welcome. */
  public Limits withWelcome(Limit other) {
    return new Limits(login, connect, other, firstEvent, gap, tool, answer, reconnect, close);
  }

  private static Limit seconds(long degraded, long failed) {
    return Limit.of(Duration.ofSeconds(degraded), Duration.ofSeconds(failed));
  }
}
