package io.goldenpath.redaction;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns of what looks like a secret though none is known; the first group, if any, stays. */
final class SecretPatterns {

  private static final String NAME =
      "[\\w.-]*(?:token|secret|passw(?:or)?d|passwd|api[_-]?key|jwt|ticket|signature|session[_-]?id"
          + "|csrf|xsrf)[\\w.-]*";

  /** Keywords, of which every match of {@link #NAME} contains one. */
  private static final String[] NAMES = {
    "token", "secret", "passw", "api", "jwt", "ticket", "signature", "session", "csrf", "xsrf"
  };

  private static final String[] PARAMETERS = {"code=", "key=", "sig=", "auth=", "state=", "nonce="};

  private static final List<KeywordPattern> PATTERNS =
      List.of(
          keywordPattern("()eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,4}", "eyj"),
          keywordPattern(
              "(?i)(\\bauthorization\\\\*[\"']?\\s*[:=]\\s*\\\\*[\"']?)"
                  + "(?:[a-z]+\\s+)?[^\\s\"',;\\\\]+",
              "authorization"),
          keywordPattern("(?i)(\\b(?:bearer|basic)\\s+)[A-Za-z0-9._~+/-]{8,}=*", "bearer", "basic"),
          keywordPattern(
              "(?i)(\\b(?:set-)?cookie\\\\*[\"']?\\s*:\\s*\\\\*[\"']?)[^\\s\"'\\\\][^\\r\\n\"\\\\]*",
              "cookie"),
          keywordPattern("(?i)((?:^|[?&;\\s\"'])(?:" + NAME + ")=)[^&\\s\"'#;\\\\]+", NAMES),
          keywordPattern(
              "(?i)([?&](?:code|key|sig|auth|state|nonce)=)[^&\\s\"'#;\\\\]+", PARAMETERS),
          keywordPattern(
              "(?i)(\\\\*\"[\\w-]*passw(?:or)?d[\\w-]*\\\\*\"\\s*:\\s*\\\\*\")[^\"\\\\]+", "passw"),
          keywordPattern(
              "(?i)(\\\\*\"" + NAME + "\\\\*\"\\s*:\\s*\\\\*\")[A-Za-z0-9._~+/=-]{16,}", NAMES));

  private static final List<String> KEYWORDS =
      PATTERNS.stream().flatMap(entry -> entry.keywords().stream()).distinct().toList();

  private static final MultiStringSearch INDEX = MultiStringSearch.of(KEYWORDS);

  private SecretPatterns() {}

  /** A pattern with keywords in lower case, of which every match contains one. */
  private record KeywordPattern(Pattern pattern, List<String> keywords) {}

  private static KeywordPattern keywordPattern(String pattern, String... keywords) {
    return new KeywordPattern(Pattern.compile(pattern), List.of(keywords));
  }

  static String mask(String text, String mask) {
    Set<String> keywords = keywords(text);
    if (keywords.isEmpty()) {
      return text;
    }
    String clean = text;
    for (KeywordPattern entry : PATTERNS) {
      if (!Collections.disjoint(keywords, entry.keywords())) {
        Matcher matcher = entry.pattern().matcher(clean);
        clean = matcher.replaceAll(found -> Matcher.quoteReplacement(found.group(1) + mask));
      }
    }
    return clean;
  }

  /** Looking for the words is much cheaper than trying the patterns, and most texts have none. */
  private static Set<String> keywords(String text) {
    Set<String> keywords = new HashSet<>();
    INDEX.find(MultiStringSearch.folded(text), (word, _) -> keywords.add(KEYWORDS.get(word)));
    return keywords;
  }
}
