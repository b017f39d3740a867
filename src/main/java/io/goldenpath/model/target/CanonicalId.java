package io.goldenpath.model.target;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids as they are compared: a UUID is the same in capitals, in braces and without its dashes. */
public final class CanonicalId {

  private static final Pattern UUID =
      Pattern.compile(
          "(?i)(?:urn:uuid:)?\\{?(\\p{XDigit}{8})-?(\\p{XDigit}{4})-?(\\p{XDigit}{4})-?"
              + "(\\p{XDigit}{4})-?(\\p{XDigit}{12})}?");

  private static final String FORM = "00000000-0000-0000-0000-000000000000";
  private static final int SHORTEST = 32;

  private CanonicalId() {}

  public static String of(String id) {
    String plain = id.strip();
    if (plain.length() < SHORTEST || isCanonical(plain)) {
      return plain;
    }
    Matcher uuid = UUID.matcher(plain);
    return uuid.matches() ? uuid.replaceFirst("$1-$2-$3-$4-$5").toLowerCase(Locale.ROOT) : plain;
  }

  private static boolean isCanonical(String id) {
    if (id.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char letter = id.charAt(i);
      boolean digit = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
      if (FORM.charAt(i) == '-' ? letter != '-' : !digit) {
        return false;
      }
    }
    return true;
  }
}
