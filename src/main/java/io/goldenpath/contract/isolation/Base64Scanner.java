package io.goldenpath.contract.isolation;

import java.util.Base64;
import java.util.function.Consumer;

/** Scanner that decodes whatever may be base64, in each of its four alignments. */
final class Base64Scanner {

  /** Base64 letters of the shortest marker. */
  private static final int SHORTEST = (Marker.SHORTEST * 8 + 5) / 6;

  private static final int GROUP = 4;

  private Base64Scanner() {}

  static void scan(String text, Consumer<byte[]> sink) {
    int from = 0;
    while (from + SHORTEST <= text.length()) {
      int to = from;
      while (to < text.length() && isBase64(text.charAt(to))) {
        to++;
      }
      if (to - from >= SHORTEST) {
        decode(text.substring(from, to).replace('-', '+').replace('_', '/'), sink);
      }
      from = to + 1;
    }
  }

  private static void decode(String letters, Consumer<byte[]> sink) {
    for (int start = 0; start < GROUP; start++) {
      int length = letters.length() - start;
      int end = letters.length() - (length % GROUP == 1 ? 1 : 0);
      sink.accept(Base64.getDecoder().decode(letters.substring(start, end)));
    }
  }

  private static boolean isBase64(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "+/-_".indexOf(c) >= 0;
  }
}
