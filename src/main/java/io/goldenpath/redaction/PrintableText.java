package io.goldenpath.redaction;

import java.util.ArrayList;
import java.util.List;

/** Untrusted text, made safe for a terminal, for XML and for lines of a text format. */
public final class PrintableText {

  private PrintableText() {}

  /** On one line, without anything that a terminal would obey or XML refuse. */
  public static String of(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().map(PrintableText::replaceUnprintable).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** In lines of at most this width, broken between words where there are any. */
  public static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = of(text).strip();
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int end = space > 0 ? space : width;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  private static int replaceUnprintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL ->
          character == '\n' || character == '\r' || character == '\t' ? ' ' : '\uFFFD';
      case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> '\uFFFD';
      default -> character;
    };
  }
}
