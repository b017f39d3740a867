package io.goldenpath.probe;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What looks like a secret though nobody has told us of it. The first group, if any, stays. */
final class SecretShapes {

  private static final String NAME =
      "[\\w.-]*(?:token|secret|passw(?:or)?d|passwd|api[_-]?key|jwt|ticket|signature|session[_-]?id"
          + "|csrf|xsrf)[\\w.-]*";

  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("()eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,4}"),
          Pattern.compile(
              "(?i)(\\bauthorization\\\\*[\"']?\\s*[:=]\\s*\\\\*[\"']?)"
                  + "(?:[a-z]+\\s+)?[^\\s\"',;\\\\]+"),
          Pattern.compile("(?i)(\\b(?:bearer|basic)\\s+)[A-Za-z0-9._~+/-]{8,}=*"),
          Pattern.compile(
              "(?i)(\\b(?:set-)?cookie\\\\*[\"']?\\s*:\\s*\\\\*[\"']?)[^\\s\"'\\\\][^\\r\\n\"\\\\]*"),
          Pattern.compile("(?i)((?:^|[?&;\\s\"'])(?:" + NAME + ")=)[^&\\s\"'#;\\\\]+"),
          Pattern.compile("(?i)([?&](?:code|key|sig|auth|state|nonce)=)[^&\\s\"'#;\\\\]+"),
          Pattern.compile(
              "(?i)(\\\\*\"[\\w-]*passw(?:or)?d[\\w-]*\\\\*\"\\s*:\\s*\\\\*\")[^\"\\\\]+"),
          Pattern.compile(
              "(?i)(\\\\*\"" + NAME + "\\\\*\"\\s*:\\s*\\\\*\")[A-Za-z0-9._~+/=-]{16,}"));

  private SecretShapes() {}

  static String mask(String text, String mask) {
    String clean = text;
    for (Pattern shape : SHAPES) {
      clean =
          shape.matcher(clean).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + mask));
    }
    return clean;
  }
}
