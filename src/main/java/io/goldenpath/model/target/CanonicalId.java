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

  private CanonicalId() {}

  public static String of(String id) {
    Matcher uuid = UUID.matcher(id.strip());
    return uuid.matches()
        ? uuid.replaceFirst("$1-$2-$3-$4-$5").toLowerCase(Locale.ROOT)
        : id.strip();
  }
}
