package io.goldenpath.contract.rules;

import java.util.regex.Pattern;

/** What one account may ask, and what a platform says once that is spent. */
public final class AccountQuota {

  private static final Pattern SPENT =
      Pattern.compile(
          "(?i)quota|rate.?limit|too.many.(?:requests|messages)|usage.limit"
              + "|insufficient.(?:credit|balance|funds)|out of credits?");

  private AccountQuota() {}

  /** Whether a platform's text speaks of it, rather than of a load that hurts everybody. */
  public static boolean isSpent(String text) {
    return SPENT.matcher(text).find();
  }
}
