package io.goldenpath.model.target;

import com.ibm.icu.text.IDNA;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of hosts by UTS #46, non-transitional and without the rules of STD 3, as browsers map them:
 * {@link java.net.IDN} is of 2003, and turns {@code straße} into another host, {@code strasse}.
 */
public final class HostName {

  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x20\\x7F#%/:<>?@\\[\\\\\\]^|]");
  private static final int MAX_LABEL = 63;
  private static final int MAX_NAME = 253;

  /** Of errors, these are not the mapping's: browsers leave them to the name server. */
  private static final List<IDNA.Error> LEFT_TO_NAME_SERVERS =
      List.of(
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG,
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4);

  private HostName() {}

  /**
   * As it is asked for on the wire, in small ASCII letters.
   *
   * @throws IllegalArgumentException where it is no name; the message is a clause that says why
   */
  public static String toAscii(String written) {
    String ascii =
        ASCII.matcher(written).matches() ? written.toLowerCase(Locale.ROOT) : mapped(written);
    refuseIf(FORBIDDEN.matcher(ascii).find(), "it holds a character that no name may hold");
    String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    List<String> labels = Arrays.asList(name.split("\\.", -1));
    refuseIf(labels.contains(""), "it is empty between two dots");
    refuseIf(
        name.length() > MAX_LABEL && labels.stream().anyMatch(label -> label.length() > MAX_LABEL),
        "a part of it is longer than " + MAX_LABEL + " letters in ASCII");
    refuseIf(name.length() > MAX_NAME, "it is longer than " + MAX_NAME + " letters in ASCII");
    return ascii;
  }

  private static String mapped(String written) {
    StringBuilder ascii = new StringBuilder();
    IDNA.Info info = new IDNA.Info();
    Mapping.UTS46.nameToASCII(written, ascii, info);
    info.getErrors().stream()
        .filter(error -> !LEFT_TO_NAME_SERVERS.contains(error))
        .findFirst()
        .ifPresent(error -> refuseIf(true, reason(error)));
    return ascii.toString();
  }

  private static String reason(IDNA.Error error) {
    return switch (error) {
      case LEADING_COMBINING_MARK -> "a part of it begins with a combining mark";
      case PUNYCODE, INVALID_ACE_LABEL -> "a part that begins with xn-- is no Punycode";
      case BIDI -> "it mixes letters that are written from the left and from the right";
      case CONTEXTJ -> "it holds an invisible joiner where nothing is joined";
      default -> "it holds a character that no name may hold";
    };
  }

  private static void refuseIf(boolean broken, String why) {
    if (broken) {
      throw new IllegalArgumentException(why);
    }
  }

  /** Loaded with its tables by the first name beyond ASCII, not with the settings. */
  private static final class Mapping {

    static final IDNA UTS46 =
        IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE
                | IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ);
  }
}
