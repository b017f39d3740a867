package io.goldenpath.probe;

import java.time.Duration;

/**
 * What a user does on the path.
 *
 * @param ask Question with its variables {@code {nonce}}, {@code {a}} and {@code {b}}.
 * @param tools Whether the agent is expected to use a tool.
 * @param hold Wait between the welcome and the message.
 * @param listen How long to listen on after the terminal event.
 * @param exercise What is tried beyond the path.
 */
public record Plan(String ask, ToolUse tools, Duration hold, Duration listen, Exercise exercise) {

  /** What is asked where nobody says otherwise. */
  public static final Plan DEFAULTS =
      new Plan(
          "Repeat the code {nonce} and tell me: what is {a} + {b}?",
          ToolUse.REQUIRED,
          Duration.ZERO,
          Duration.ofMillis(500),
          new Exercise.Alone());
}
