package io.goldenpath.inference.chat;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts of conditions. */
public final class Cel {

  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while");

  private Cel() {}

  static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }

  /** A text in quotes. */
  public static String quoted(String text) {
    return "'"
        + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
        + "'";
  }

  /** Whether this stands there. */
  public static String equal(MessagePlace place, String value) {
    return place.expression() + " == " + quoted(value);
  }

  /** Whether one of these stands there. */
  public static String in(MessagePlace place, Collection<String> values) {
    return place.expression()
        + " in ["
        + values.stream().map(Cel::quoted).collect(Collectors.joining(", "))
        + "]";
  }

  /** All of these. */
  public static String all(Collection<String> conditions) {
    return String.join(" && ", conditions);
  }
}
