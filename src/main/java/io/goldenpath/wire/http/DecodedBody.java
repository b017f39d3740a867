package io.goldenpath.wire.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body without its content codings.
 *
 * @param flaw Why it is not whole, as a clause; null where it is.
 */
public record DecodedBody(String text, @Nullable String flaw) {

  private static final int MOST_CODINGS = 8;
  private static final Set<String> NOT_OFFERED = Set.of("br", "zstd", "dcb", "dcz");

  /**
   * Undoes the codings of these header values, the last one first; with one that is unknown or
   * empty among them nothing is undone.
   */
  public static DecodedBody of(byte[] body, List<String> contentEncoding, int bound) {
    List<String> codings =
        contentEncoding.stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
            .toList();
    for (String coding : codings) {
      if (NOT_OFFERED.contains(coding)) {
        return new DecodedBody("", "its body is coded with " + coding + ", which was not offered");
      }
      if (!Inflation.undoes(coding)) {
        return new DecodedBody(text(body), null);
      }
    }
    return codings.size() > MOST_CODINGS
        ? new DecodedBody("", "its body has more than " + MOST_CODINGS + " codings")
        : inflated(body, codings.reversed(), bound);
  }

  private static DecodedBody inflated(byte[] body, List<String> codings, int bound) {
    byte[] inflated = body;
    String flaw = null;
    for (String coding : codings) {
      Inflation layer = Inflation.of(inflated, coding, bound);
      inflated = layer.bytes();
      flaw = flaw == null ? layer.flaw() : flaw;
    }
    return new DecodedBody(text(inflated), flaw);
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
  }
}
