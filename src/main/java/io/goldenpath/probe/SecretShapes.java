package io.goldenpath.probe;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What looks like a secret though nobody has told us of it. The first group, if any, stays. */
final class SecretShapes {

  private static final String NAME =
      "[\\w.-]*(?:token|secret|passw(?:or)?d|passwd|api[_-]?key|jwt|ticket|signature|session[_-]?id"
          + "|csrf|xsrf)[\\w.-]*";

  /** Words of which each name has one. */
  private static final String[] NAMES = {
    "token", "secret", "passw", "api", "jwt", "ticket", "signature", "session", "csrf", "xsrf"
  };

  private static final List<Shape> SHAPES =
      List.of(
          shape("()eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,4}", "eyj"),
          shape(
              "(?i)(\\bauthorization\\\\*[\"']?\\s*[:=]\\s*\\\\*[\"']?)"
                  + "(?:[a-z]+\\s+)?[^\\s\"',;\\\\]+",
              "authorization"),
          shape("(?i)(\\b(?:bearer|basic)\\s+)[A-Za-z0-9._~+/-]{8,}=*", "bearer", "basic"),
          shape(
              "(?i)(\\b(?:set-)?cookie\\\\*[\"']?\\s*:\\s*\\\\*[\"']?)[^\\s\"'\\\\][^\\r\\n\"\\\\]*",
              "cookie"),
          shape("(?i)((?:^|[?&;\\s\"'])(?:" + NAME + ")=)[^&\\s\"'#;\\\\]+", NAMES),
          shape(
              "(?i)([?&](?:code|key|sig|auth|state|nonce)=)[^&\\s\"'#;\\\\]+",
              "code=",
              "key=",
              "sig=",
              "auth=",
              "state=",
              "nonce="),
          shape(
              "(?i)(\\\\*\"[\\w-]*passw(?:or)?d[\\w-]*\\\\*\"\\s*:\\s*\\\\*\")[^\"\\\\]+", "passw"),
          shape("(?i)(\\\\*\"" + NAME + "\\\\*\"\\s*:\\s*\\\\*\")[A-Za-z0-9._~+/=-]{16,}", NAMES));

  private static final List<String> WORDS =
      SHAPES.stream().flatMap(shape -> shape.words().stream()).distinct().toList();

  private static final TextIndex INDEX = TextIndex.of(WORDS);

  private SecretShapes() {}

  /** A pattern, and words in small letters of which every text that it fits has one. */
  private record Shape(Pattern pattern, List<String> words) {}

  private static Shape shape(String pattern, String... words) {
    return new Shape(Pattern.compile(pattern), List.of(words));
  }

  static String mask(String text, String mask) {
    Set<String> words = words(text);
    String clean = text;
    for (Shape shape : SHAPES) {
      if (!Collections.disjoint(words, shape.words())) {
        clean =
            shape
                .pattern()
                .matcher(clean)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + mask));
      }
    }
    return clean;
  }

  /** Looking for the words is much cheaper than trying the patterns, and most texts have none. */
  private static Set<String> words(String text) {
    char[] letters = TextIndex.folded(text);
    Set<String> words = new HashSet<>();
    INDEX.find(letters, 0, letters.length, (word, _) -> words.add(WORDS.get(word)));
    return words;
  }
}
