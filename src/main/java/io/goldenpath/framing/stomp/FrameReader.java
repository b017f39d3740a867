package io.goldenpath.framing.stomp;

import io.goldenpath.framing.stomp.StompFrame.Command;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one frame at a place in bytes. */
final class FrameReader {

  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private final byte[] bytes;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private int at;
  private long whole;

  FrameReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  /** Where the next frame may begin: behind this one, or behind the first NUL. */
  int next() {
    return at;
  }

  /** Where the whole frame ends at least; 0 where that is not known yet. */
  long whole() {
    return whole;
  }

  /** Null where the rest of the frame is still to come. */
  @Nullable Decoded read() {
    int lineEnd = indexOf(at, '\n');
    String line = FrameText.of(bytes, at, lineEnd);
    Command command = Command.named(line == null ? "" : withoutReturn(line));
    if (command != null) {
      return head(command, lineEnd);
    }
    return line != null && lineEnd == bytes.length && Command.isBegun(line)
        ? incomplete(at)
        : mistake(at, "it begins with no command of a STOMP server");
  }

  private @Nullable Decoded head(Command command, int lineEnd) {
    int line = lineEnd;
    while (line < bytes.length && bytes[line] == '\n') {
      int end = indexOf(line + 1, '\n');
      if (isEmptyLine(line + 1, end)) {
        String mistake = headers(command, lineEnd, line);
        return mistake == null ? body(command, end + 1) : mistake(end + 1, mistake);
      }
      line = end;
    }
    return line < bytes.length
        ? mistake(line, "its headers do not end with an empty line")
        : incomplete(line);
  }

  /** Reads the lines after the first; says what is wrong with them. */
  private @Nullable String headers(Command command, int from, int to) {
    if (from == to) {
      return null;
    }
    String lines = FrameText.of(bytes, from + 1, to);
    if (lines == null) {
      return "its headers are no UTF-8";
    }
    for (String line : lines.split("\n", -1)) {
      String mistake = header(command, withoutReturn(line));
      if (mistake != null) {
        return mistake;
      }
    }
    return null;
  }

  /** The first of a name counts; CONNECTED knows no escapes. */
  private @Nullable String header(Command command, String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      return "one of its headers has no name or no colon";
    }
    String name = line.substring(0, colon);
    String value = line.substring(colon + 1);
    if (command != Command.CONNECTED) {
      name = HeaderEscapes.unescape(name);
      value = HeaderEscapes.unescape(value);
    }
    if (name == null || value == null) {
      return "one of its headers has an unknown escape";
    }
    headers.putIfAbsent(name, value);
    return null;
  }

  private @Nullable Decoded body(Command command, int from) {
    String length = headers.get("content-length");
    if (length == null) {
      int end = indexOf(from, '\0');
      return end < bytes.length ? frame(command, from, end) : incomplete(from);
    }
    if (!LENGTH.matcher(length).matches()) {
      return mistake(from, "its content-length is no number");
    }
    long end = from + Long.parseLong(length);
    if (end < bytes.length) {
      return bytes[(int) end] == 0
          ? frame(command, from, (int) end)
          : mistake(from, "it is not as long as its content-length says");
    }
    whole = end + 1;
    return incomplete(from);
  }

  private Decoded frame(Command command, int from, int to) {
    String type = headers.getOrDefault("content-type", "");
    String body = FrameText.ofBody(bytes, from, to, type);
    at = to + 1;
    return body == null
        ? new Decoded.Mistake("its body is no UTF-8")
        : new StompFrame(command, headers, body);
  }

  private Decoded mistake(int from, String reason) {
    incomplete(from);
    return new Decoded.Mistake(reason);
  }

  private @Nullable Decoded incomplete(int from) {
    at = Math.min(bytes.length, indexOf(from, '\0') + 1);
    return null;
  }

  private boolean isEmptyLine(int from, int end) {
    return end < bytes.length
        && bytes[end] == '\n'
        && (end == from || (end == from + 1 && bytes[from] == '\r'));
  }

  /** Index of this byte or of a NUL; the length where there is neither. */
  private int indexOf(int from, char wanted) {
    int index = from;
    while (index < bytes.length && bytes[index] != wanted && bytes[index] != 0) {
      index++;
    }
    return index;
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
