package io.goldenpath.inference.chat;

import java.util.List;
import java.util.Locale;

/** Names of fields that tell one kind of message from another. */
public final class Discriminator {

  /** The likeliest first. */
  private static final List<String> KEYS =
      List.of(
          "type",
          "event",
          "kind",
          "__typename",
          "event_type",
          "eventtype",
          "event-type",
          "method",
          "action",
          "op",
          "msg",
          "t",
          "cmd",
          "command",
          "topic",
          "channel",
          "status",
          "state",
          "phase",
          "stage",
          "step");

  private static final List<String> FLAGS =
      List.of(
          "done",
          "final",
          "finished",
          "is_final",
          "isfinal",
          "last",
          "end",
          "complete",
          "completed",
          "is_last",
          "islast",
          "eos",
          "eom");

  private static final List<String> OUTCOMES = List.of("status", "state", "outcome", "result");

  private static final List<String> SENDERS = List.of("role", "source", "sender", "author", "from");

  private Discriminator() {}

  public static boolean isKey(String key) {
    return KEYS.contains(key.toLowerCase(Locale.ROOT));
  }

  /** How likely it is, the likeliest 0. */
  public static int rank(String key) {
    int at = KEYS.indexOf(key.toLowerCase(Locale.ROOT));
    return at < 0 ? KEYS.size() : at;
  }

  /** Whether a truth of this name ends something. */
  public static boolean isFlag(String key) {
    return FLAGS.contains(key.toLowerCase(Locale.ROOT));
  }

  /** Whether it tells how something ended. */
  public static boolean isOutcome(String key) {
    return OUTCOMES.contains(key.toLowerCase(Locale.ROOT));
  }

  /** Whether it tells who wrote a message. */
  public static boolean isSender(String key) {
    return SENDERS.contains(key.toLowerCase(Locale.ROOT));
  }
}
