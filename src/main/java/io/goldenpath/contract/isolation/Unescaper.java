package io.goldenpath.contract.isolation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decoder of one layer of JSON and URL escapes, and of whatever may be base64. */
final class Unescaper {

  /** Any number of backslashes counts as one, for a text may be quoted repeatedly. */
  private static final Pattern JSON =
      Pattern.compile("\\\\++(?:u\\p{XDigit}{4}|.?)", Pattern.DOTALL);

  private static final Set<String> CONTROLS = Set.of("b", "f", "n", "r", "t");
  private static final Pattern OCTETS = Pattern.compile("(?:%\\p{XDigit}{2})++");

  /** Base64 letters of the shortest marker, and more. */
  private static final Pattern BASE64 =
      Pattern.compile("[A-Za-z0-9+/_-]{%d,}+".formatted((Marker.SHORTEST * 8 + 5) / 6));

  private static final int GROUP = 4;

  private Unescaper() {}

  /** The same text where it has no escapes. */
  static String removeLayer(String text) {
    return OCTETS.matcher(json(text)).replaceAll(Unescaper::decoded);
  }

  static String json(String text) {
    return text.indexOf('\\') < 0 ? text : JSON.matcher(text).replaceAll(Unescaper::letter);
  }

  /** Each base64 run in the four alignments that it may have. */
  static Stream<byte[]> base64(String text) {
    return BASE64
        .matcher(text)
        .results()
        .map(run -> run.group().replace('-', '+').replace('_', '/'))
        .flatMap(letters ->
            IntStream.range(0, GROUP).mapToObj(start -> octets(letters.substring(start))));
  }

  private static byte[] octets(String letters) {
    int odd = letters.length() % GROUP == 1 ? 1 : 0;
    return Base64.getDecoder().decode(letters.substring(0, letters.length() - odd));
  }

  private static String letter(MatchResult escape) {
    String escaped = escape.group().replace("\\", "");
    if (escaped.startsWith("u") && escaped.length() > 1) {
      char letter = (char) Integer.parseInt(escaped.substring(1), 16);
      return Matcher.quoteReplacement(String.valueOf(letter));
    }
    return CONTROLS.contains(escaped) ? " " : Matcher.quoteReplacement(escaped);
  }

  private static String decoded(MatchResult escapes) {
    return Matcher.quoteReplacement(URLDecoder.decode(escapes.group(), StandardCharsets.UTF_8));
  }
}
