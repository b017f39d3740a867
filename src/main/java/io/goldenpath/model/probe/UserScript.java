package io.goldenpath.model.probe;

import java.time.Duration;

/**
 * What a user does on the path.
 *
 * @param prompt Question with its variables {@code {nonce}}, {@code {a}} and {@code {b}}.
 * @param hold Wait between the welcome and the message.
 * @param listen How long to listen on after the terminal event.
 */
public record UserScript(
    String prompt, ToolUse tools, Duration hold, Duration listen, JourneySpec spec) {

  public static final UserScript DEFAULTS =
      new UserScript(
          "Repeat the code {nonce} and tell me: what is {a} + {b}?",
          ToolUse.REQUIRED,
          Duration.ZERO,
          Duration.ofMillis(500),
          new JourneySpec.GoldenPath());
}
