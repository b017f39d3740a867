package io.goldenpath.web.run;

/**
 * Indents JSON as it came: nothing is parsed, so that numbers stay as they were written, and texts
 * that were cut are indented as far as they go.
 */
final class JsonIndentation {

  private static final int DEEPEST = 40;

  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean quoted;

  private JsonIndentation() {}

  /** The text itself where it holds no JSON; what comes before the JSON stays as it is. */
  static String of(String text) {
    int begin = begin(text);
    if (begin < 0) {
      return text;
    }
    JsonIndentation indented = new JsonIndentation();
    indented.out.append(text, 0, begin);
    indented.write(text, begin);
    return indented.out.toString();
  }

  /** Some framings write a few digits or a word before it. */
  private static int begin(String text) {
    for (int i = 0; i < Math.min(text.length(), 40); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '[') {
        return i;
      }
      if (!Character.isLetterOrDigit(c) && "/,-\n\r ".indexOf(c) < 0) {
        return -1;
      }
    }
    return -1;
  }

  private void write(String text, int begin) {
    for (int i = begin; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        out.append(c);
        if (c == '\\' && i + 1 < text.length()) {
          out.append(text.charAt(++i));
        } else if (c == '"') {
          quoted = false;
        }
      } else {
        i = structure(text, i);
      }
    }
  }

  private int structure(String text, int i) {
    char c = text.charAt(i);
    switch (c) {
      case '{', '[' -> {
        int close = afterSpace(text, i + 1);
        if (close < text.length() && text.charAt(close) == (c == '{' ? '}' : ']')) {
          out.append(c).append(text.charAt(close));
          return close;
        }
        depth++;
        line(c);
      }
      case '}', ']' -> {
        depth = Math.max(0, depth - 1);
        newLine();
        out.append(c);
      }
      case ',' -> line(c);
      case ':' -> out.append(": ");
      case '"' -> {
        quoted = true;
        out.append(c);
      }
      default -> {
        if (!Character.isWhitespace(c)) {
          out.append(c);
        }
      }
    }
    return i;
  }

  private void line(char c) {
    out.append(c);
    newLine();
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(Math.min(depth, DEEPEST)));
  }

  private static int afterSpace(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
