package io.goldenpath.contract;

/**
 * Finds the texts of a JSON frame and the field of each, without reading the rest. Of what is no
 * JSON the whole is one text; whatever comes, it ends.
 */
final class JsonTexts {

  private static final int DEEPEST = 64;
  private static final int ROOT = 1;

  private final String frame;
  private final Sink sink;
  private final int[] fields = new int[DEEPEST];
  private int depth;
  private int field = ROOT;

  private JsonTexts(String frame, Sink sink) {
    this.frame = frame;
    this.sink = sink;
  }

  interface Sink {

    /**
     * A text is here, still escaped.
     *
     * @param field the same for the same field of any frame
     */
    void text(int field, int from, int to);
  }

  static void of(String frame, Sink sink) {
    String bare = frame.stripLeading();
    if (bare.startsWith("{") || bare.startsWith("[")) {
      new JsonTexts(frame, sink).read();
    } else {
      sink.text(ROOT, 0, frame.length());
    }
  }

  private void read() {
    int at = 0;
    while (at < frame.length()) {
      switch (frame.charAt(at)) {
        case '"' -> at = text(at + 1);
        case '{', '[' -> open();
        case '}', ']' -> close();
        default -> {}
      }
      at++;
    }
  }

  private void open() {
    if (depth < DEEPEST) {
      fields[depth] = field;
    }
    depth++;
  }

  private void close() {
    depth = Math.max(0, depth - 1);
    field = depth < DEEPEST ? fields[depth] : field;
  }

  /** Reads to the closing quote, and returns its place. */
  private int text(int from) {
    int to = from;
    while (to < frame.length() && frame.charAt(to) != '"') {
      to += frame.charAt(to) == '\\' ? 2 : 1;
    }
    int end = Math.min(to, frame.length());
    if (named(end + 1)) {
      int outer = depth == 0 || depth > DEEPEST ? ROOT : fields[depth - 1];
      field = 31 * outer + frame.substring(from, end).hashCode();
    } else if (end > from) {
      sink.text(field, from, end);
    }
    return end;
  }

  /** Whether what has just ended is the name of a field. */
  private boolean named(int from) {
    int at = from;
    while (at < frame.length() && frame.charAt(at) <= ' ') {
      at++;
    }
    return at < frame.length() && frame.charAt(at) == ':';
  }
}
