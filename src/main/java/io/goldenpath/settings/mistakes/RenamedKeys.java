package io.goldenpath.settings.mistakes;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys of earlier versions, and what they are called now; a release after the change they go. */
final class RenamedKeys {

  private static final Map<Pattern, String> NOW =
      Map.of(Pattern.compile("(goldenpath\\.targets\\.[^.]+)\\.socket\\.proxy"), "$1.proxy");

  private RenamedKeys() {}

  /** The present name of this key; empty where it never had another. */
  static Optional<String> now(String key) {
    return NOW.entrySet().stream()
        .flatMap(renamed -> {
          Matcher old = renamed.getKey().matcher(key);
          return old.matches() ? Stream.of(old.replaceFirst(renamed.getValue())) : Stream.empty();
        })
        .findFirst();
  }
}
