package io.goldenpath.contract.isolation;

import java.util.Arrays;

/** Reads every run of letters that may be base64 as if it were, whatever may stand before it. */
final class Base64Scanner {

  /** Letters that the shortest marker takes. */
  private static final int SHORTEST = (Marker.SHORTEST * 8 + 5) / 6;

  private static final byte[] VALUES = values();

  private Base64Scanner() {}

  interface Reader {

    /** These bytes are what one run may say. */
    void read(byte[] bytes, int length);
  }

  static void scan(String text, Reader reader) {
    int from = 0;
    while (from + SHORTEST <= text.length()) {
      int to = from;
      while (to < text.length() && value(text.charAt(to)) >= 0) {
        to++;
      }
      if (to - from >= SHORTEST) {
        decode(text, from, to, reader);
      }
      from = to + 1;
    }
  }

  private static void decode(String text, int from, int to, Reader reader) {
    byte[] bytes = new byte[(to - from) * 3 / 4 + 1];
    for (int start = from; start < from + 4; start++) {
      int length = 0;
      int bits = 0;
      int held = 0;
      for (int i = start; i < to; i++) {
        bits = bits << 6 | value(text.charAt(i));
        held += 6;
        if (held >= 8) {
          held -= 8;
          bytes[length++] = (byte) (bits >> held);
        }
      }
      reader.read(bytes, length);
    }
  }

  private static int value(char letter) {
    return letter < VALUES.length ? VALUES[letter] : -1;
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    values['+'] = values['-'] = 62;
    values['/'] = values['_'] = 63;
    return values;
  }
}
