package io.goldenpath.contract.isolation;

/** Scanner for the strings of a JSON frame, by field; what is no JSON is one string as a whole. */
final class JsonStringScanner {

  private static final int MAX_DEPTH = 64;
  private static final int ROOT = 1;

  private final String frame;
  private final Sink sink;
  private final int[] fields = new int[MAX_DEPTH];
  private int depth;
  private int field = ROOT;

  private JsonStringScanner(String frame, Sink sink) {
    this.frame = frame;
    this.sink = sink;
  }

  interface Sink {

    /** A text, still escaped; {@code field} is equal for the same field of any frame. */
    void string(int field, int from, int to);
  }

  static void scan(String frame, Sink sink) {
    String bare = frame.stripLeading();
    if (bare.startsWith("{") || bare.startsWith("[")) {
      new JsonStringScanner(frame, sink).read();
    } else {
      sink.string(ROOT, 0, frame.length());
    }
  }

  private void read() {
    int at = 0;
    while (at < frame.length()) {
      switch (frame.charAt(at)) {
        case '"' -> at = string(at + 1);
        case '{', '[' -> open();
        case '}', ']' -> close();
        default -> {}
      }
      at++;
    }
  }

  private void open() {
    if (depth < MAX_DEPTH) {
      fields[depth] = field;
    }
    depth++;
  }

  private void close() {
    depth = Math.max(0, depth - 1);
    field = depth < MAX_DEPTH ? fields[depth] : field;
  }

  /** Returns the position of the closing quote. */
  private int string(int from) {
    int end = end(from);
    if (isFieldName(end + 1)) {
      field = depth == 0 || depth > MAX_DEPTH ? ROOT : fields[depth - 1];
      for (int i = from; i < end; i++) {
        field = 31 * field + frame.charAt(i);
      }
    } else if (end > from) {
      sink.string(field, from, end);
    }
    return end;
  }

  private int end(int from) {
    int end = frame.indexOf('"', from);
    while (end > from && escaped(from, end)) {
      end = frame.indexOf('"', end + 1);
    }
    return end < 0 ? frame.length() : end;
  }

  /** An odd number of backslashes before a quote makes it a part of the text. */
  private boolean escaped(int from, int quote) {
    int at = quote;
    while (at > from && frame.charAt(at - 1) == '\\') {
      at--;
    }
    return (quote - at) % 2 == 1;
  }

  private boolean isFieldName(int from) {
    int at = from;
    while (at < frame.length() && frame.charAt(at) <= ' ') {
      at++;
    }
    return at < frame.length() && frame.charAt(at) == ':';
  }
}
