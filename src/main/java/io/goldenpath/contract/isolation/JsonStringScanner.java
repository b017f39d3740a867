package io.goldenpath.contract.isolation;

import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scanner for the strings of a JSON frame, by field, also where the JSON ends a frame that begins
 * with something else; what is no JSON is one string as a whole.
 */
final class JsonStringScanner {

  private static final int MAX_DEPTH = 64;
  private static final int ROOT = 1;

  /** A string, with the colon that makes it a field's name, or a bracket. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?<text>(?:[^\"\\\\]++|\\\\.?)*+)\"?(?<colon>[\\x00- ]*+:)?|[{}\\[\\]]",
          Pattern.DOTALL);

  private static final Pattern OPENING = Pattern.compile("[{\\[]");

  /** STOMP ends a frame with the character 0. */
  private static final Pattern CLOSING = Pattern.compile("[}\\]][\\s\\x00]*+\\z");

  private final ObjIntConsumer<String> sink;
  private final int[] fields = new int[MAX_DEPTH];
  private int depth;
  private int field = ROOT;

  private JsonStringScanner(ObjIntConsumer<String> sink) {
    this.sink = sink;
  }

  /** Reports texts, still escaped, with a number that is equal for the same field of any frame. */
  static void scan(String frame, ObjIntConsumer<String> sink) {
    int json = json(frame);
    String before = frame.substring(0, json);
    if (!before.isBlank() || json == frame.length()) {
      sink.accept(before, ROOT);
    }
    new JsonStringScanner(sink).read(TOKEN.matcher(frame.substring(json)));
  }

  /** Where the JSON begins; the length of the frame for none. */
  private static int json(String frame) {
    Matcher opening = OPENING.matcher(frame);
    if (!opening.find()) {
      return frame.length();
    }
    boolean whole = frame.substring(0, opening.start()).isBlank();
    return whole || CLOSING.matcher(frame).find() ? opening.start() : frame.length();
  }

  private void read(Matcher token) {
    while (token.find()) {
      switch (token.group().charAt(0)) {
        case '"' -> string(String.valueOf(token.group("text")), token.start("colon") >= 0);
        case '{', '[' -> open();
        default -> close();
      }
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

  private void string(String text, boolean name) {
    if (name) {
      int parent = depth == 0 || depth > MAX_DEPTH ? ROOT : fields[depth - 1];
      field = 31 * parent + text.hashCode();
    } else if (!text.isEmpty()) {
      sink.accept(text, field);
    }
  }
}
