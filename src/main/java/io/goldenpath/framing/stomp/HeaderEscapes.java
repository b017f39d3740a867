package io.goldenpath.framing.stomp;

import org.jspecify.annotations.Nullable;

/** Escapes in the headers of every frame but CONNECT and CONNECTED, which STOMP 1.0 has already. */
final class HeaderEscapes {

  private HeaderEscapes() {}

  /** A NUL is left out: no escape stands for it. */
  static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\r", "\\r")
        .replace("\n", "\\n")
        .replace(":", "\\c")
        .replace("\0", "");
  }

  /** Null where there is an escape that STOMP does not know. */
  static @Nullable String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '\\') {
        i++;
        letter = i < text.length() ? meant(text.charAt(i)) : 0;
        if (letter == 0) {
          return null;
        }
      }
      plain.append(letter);
    }
    return plain.toString();
  }

  private static char meant(char escaped) {
    return switch (escaped) {
      case 'r' -> '\r';
      case 'n' -> '\n';
      case 'c' -> ':';
      case '\\' -> '\\';
      default -> 0;
    };
  }
}
