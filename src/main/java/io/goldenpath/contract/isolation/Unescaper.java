package io.goldenpath.contract.isolation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decoder of one layer of JSON and URL escapes. */
final class Unescaper {

  private Unescaper() {}

  /** The same string where it has no escapes. */
  static String removeLayer(String text) {
    String json = json(text);
    return json.indexOf('%') < 0 ? json : percentDecode(json);
  }

  /** Any number of backslashes counts as one, for a text may be quoted repeatedly. */
  static String json(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      while (i < text.length() && text.charAt(i) == '\\') {
        i++;
      }
      if (i < text.length()) {
        char escaped = text.charAt(i++);
        int letter = escaped == 'u' ? hex(text, i, 4) : -1;
        i += letter < 0 ? 0 : 4;
        plain.append(letter >= 0 ? (char) letter : control(escaped));
      }
    }
    return plain.toString();
  }

  private static char control(char escaped) {
    return "bfnrt".indexOf(escaped) >= 0 ? ' ' : escaped;
  }

  private static String percentDecode(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int i = 0;
    while (i < text.length()) {
      int octet = text.charAt(i) == '%' ? hex(text, i + 1, 2) : -1;
      if (octet >= 0) {
        bytes.write(octet);
        i += 3;
      } else {
        flush(bytes, plain);
        plain.append(text.charAt(i++));
      }
    }
    flush(bytes, plain);
    return plain.toString();
  }

  private static void flush(ByteArrayOutputStream bytes, StringBuilder plain) {
    if (bytes.size() > 0) {
      plain.append(bytes.toString(StandardCharsets.UTF_8));
      bytes.reset();
    }
  }

  /** -1 where these are no hexadecimal digits. */
  private static int hex(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      number = number * 16 + digit;
    }
    return number;
  }
}
