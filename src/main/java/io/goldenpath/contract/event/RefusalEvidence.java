package io.goldenpath.contract.event;

import java.util.regex.Pattern;

/** What a refusal's own words are evidence of. */
public final class RefusalEvidence {

  private static final Pattern AUTH =
      Pattern.compile(
          "(?i)\\bauth(?:\\b|enticat|ori[sz])|un-?auth(?:ori[sz]ed|enticated)|forbidden|credential|jwt"
              + "|(?:invalid|expired|missing|bad|no|revoked) (?:access )?token"
              + "|token (?:is |has )?(?:expired|invalid|missing|rejected|required|revoked)"
              + "|access (?:is |was )?(?:denied|refused)|permission denied");
  private static final Pattern LATER =
      Pattern.compile(
          "(?i)rate.?limit|too many|try again|temporarily|overload|circuit.?breaker|retry (?:after|in)");

  private RefusalEvidence() {}

  /** Whether a text refuses the user. */
  public static boolean refusesUser(String text) {
    return AUTH.matcher(text).find();
  }

  /** Whether a text asks to come back later. */
  public static boolean saysLater(String text) {
    return LATER.matcher(text).find();
  }
}
