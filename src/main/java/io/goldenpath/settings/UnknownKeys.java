package io.goldenpath.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Explains keys that nobody reads, by the nearest one that somebody does. */
final class UnknownKeys {

  private static final Set<String> NAMES =
      Set.of(
          "location",
          "targets",
          "limits",
          "hold",
          "listen",
          "manners",
          "demo",
          "access",
          "login",
          "socket",
          "dialect",
          "contract",
          "users",
          "journeys",
          "type",
          "url",
          "body",
          "headers",
          "token-at",
          "subject-claim",
          "token-in",
          "subprotocols",
          "query",
          "max-message",
          "email",
          "password",
          "token",
          "sessions",
          "every",
          "timeout",
          "ask",
          "tools",
          "connect",
          "welcome",
          "first-event",
          "gap",
          "tool",
          "answer",
          "close",
          "degraded",
          "failed",
          "connects",
          "enabled",
          "golden-path");

  private UnknownKeys() {}

  static String explain(ConfigurationPropertyName name) {
    List<String> parts =
        Stream.iterate(0, i -> i < name.getNumberOfElements(), i -> i + 1)
            .map(i -> name.getElement(i, ConfigurationPropertyName.Form.DASHED))
            .toList();
    String last =
        parts.reversed().stream()
            .filter(part -> !part.matches("\\d+"))
            .findFirst()
            .orElse(name.toString());
    return NAMES.stream()
        .min(Comparator.comparingInt((String known) -> distance(known, last)).thenComparing(k -> k))
        .filter(known -> distance(known, last) <= Math.max(2, last.length() / 3))
        .filter(known -> !known.equals(last))
        .map(known -> "there is no such key; the nearest one is '" + known + "'")
        .orElse("there is no such key here");
  }

  /** How many letters must change to make one word of the other. */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    Arrays.setAll(before, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(swap, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[b.length()];
  }
}
