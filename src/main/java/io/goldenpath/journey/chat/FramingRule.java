package io.goldenpath.journey.chat;

import io.goldenpath.framing.Incoming;

/** What a framing's own parts are told as, where a dialect would name its rule. */
final class FramingRule {

  static final String NAME = "framing";

  private FramingRule() {}

  static String of(Incoming part) {
    return switch (part) {
      case Incoming.Heartbeat _ -> NAME + " (heartbeat)";
      case Incoming.Refused _ -> NAME + " (refusal)";
      case Incoming.Closing _ -> NAME + " (close)";
      case Incoming.Broken _ -> NAME + " (not understood)";
      case Incoming.Misplaced _ -> NAME + " (out of place)";
      case Incoming.Earlier _ -> NAME + " (an earlier operation)";
      case Incoming.Noise _, Incoming.Missed _, Incoming.Message _ -> NAME;
    };
  }
}
