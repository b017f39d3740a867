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

  /** Whether an expression has this value. */
  public static String equal(String expression, String value) {
    return expression + " == " + quoted(value);
  }

  /** Whether an expression has one of these values. */
  public static String in(String expression, Collection<String> values) {
    return expression
        + " in ["
        + values.stream().map(Cel::quoted).collect(Collectors.joining(", "))
        + "]";
  }

  /** All of these. */
  public static String all(Collection<String> conditions) {
    return String.join(" && ", conditions);
  }
}
