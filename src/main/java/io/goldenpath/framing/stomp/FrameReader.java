package io.goldenpath.framing.stomp;

import io.goldenpath.framing.stomp.StompFrame.Command;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one frame at a place in bytes. */
final class FrameReader {

  private static final String NO_COMMAND = "it begins with no command of a STOMP server";
  private static final String NO_HEADER_END = "its headers do not end with an empty line";

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
    Optional<Command> command = command(line == null ? "" : line.replaceFirst("\r$", ""));
    if (command.isEmpty()) {
      boolean cut = line != null && lineEnd == bytes.length && isBegun(line);
      return cut ? incomplete(at) : mistake(at, NO_COMMAND);
    }
    int head = lineEnd;
    while (head < bytes.length && bytes[head] == '\n') {
      int end = indexOf(head + 1, '\n');
      if (isBlank(head + 1, end)) {
        return body(command.get(), end + 1);
      }
      String mistake = header(command.get(), head + 1, end);
      if (end < bytes.length && !mistake.isEmpty()) {
        return mistake(head, mistake);
      }
      head = end;
    }
    return head < bytes.length ? mistake(head, NO_HEADER_END) : incomplete(head);
  }

  /** Adds the header unless an earlier line of that name counts; empty where it is one. */
  private String header(Command command, int from, int to) {
    String line = FrameText.of(bytes, from, to);
    if (line == null) {
      return "its headers are no UTF-8";
    }
    String[] parts = line.replaceFirst("\r$", "").split(":", 2);
    if (parts.length < 2 || parts[0].isEmpty()) {
      return "one of its headers has no name or no colon";
    }
    boolean plain = command == Command.CONNECTED;
    String name = plain ? parts[0] : HeaderEscapes.unescape(parts[0]);
    String value = plain ? parts[1] : HeaderEscapes.unescape(parts[1]);
    if (name == null || value == null) {
      return "one of its headers has an unknown escape";
    }
    headers.putIfAbsent(name, value);
    return "";
  }

  private @Nullable Decoded body(Command command, int from) {
    String said = headers.get("content-length");
    if (said == null) {
      int end = indexOf(from, '\0');
      return end < bytes.length ? frame(command, from, end) : incomplete(from);
    }
    if (!said.matches("\\d{1,18}")) {
      return mistake(from, "its content-length is no number");
    }
    long end = from + Long.parseLong(said);
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

  private boolean isBlank(int from, int end) {
    return end < bytes.length
        && bytes[end] == '\n'
        && (end == from || end == from + 1 && bytes[from] == '\r');
  }

  /** Index of this byte or of a NUL; the length where there is neither. */
  private int indexOf(int from, char wanted) {
    int index = from;
    while (index < bytes.length && bytes[index] != wanted && bytes[index] != 0) {
      index++;
    }
    return index;
  }

  private static Optional<Command> command(String name) {
    return Arrays.stream(Command.values()).filter(known -> known.name().equals(name)).findFirst();
  }

  private static boolean isBegun(String part) {
    return Arrays.stream(Command.values())
        .anyMatch(known -> (known.name() + "\r\n").startsWith(part));
  }
}
