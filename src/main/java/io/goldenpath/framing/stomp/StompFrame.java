package io.goldenpath.framing.stomp;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Incoming.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A frame that the server sent. */
record StompFrame(Command command, Map<String, String> headers, String body) implements Decoded {

  /** Frames of a server. */
  enum Command {
    CONNECTED,
    MESSAGE,
    RECEIPT,
    ERROR;

    /** Null where a server has no such frame. */
    static @Nullable Command named(String name) {
      for (Command command : values()) {
        if (command.name().equals(name)) {
          return command;
        }
      }
      return null;
    }

    /** Whether the first line of a frame may begin so. */
    static boolean isBegun(String part) {
      return Arrays.stream(values()).anyMatch(known -> (known + "\r\n").startsWith(part));
    }
  }

  private static final JsonStringEncoder QUOTING = JsonStringEncoder.getInstance();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> OF_THE_FRAMING =
      Set.of("content-length", "content-type", "message-id", "subscription");

  /** An empty text where there is none. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  Message message(String name) {
    return new Message(FrameText.json(body), text(), new Envelope(name, List.of(), null, headers));
  }

  /** Whether its body begins like JSON, and is not said to be anything else. */
  boolean isMeantForJson() {
    String type = header("content-type").toLowerCase(Locale.ROOT);
    return (type.isEmpty() || type.contains("json")) && FrameJson.isMeant(body);
  }

  /** What an ERROR says to programs: its body where that is an object, else its headers. */
  JsonNode detail() {
    JsonNode json = FrameText.json(body);
    return json.isObject() ? json : JSON.valueToTree(headers);
  }

  /** With the headers that tell something, for what must not be here may stand in one of them. */
  private String text() {
    Map<String, String> telling = new TreeMap<>();
    headers.forEach((name, value) -> {
      if (!OF_THE_FRAMING.contains(name)) {
        telling.put(name, value);
      }
    });
    StringBuilder text = new StringBuilder(body).append("\n{");
    telling.forEach((name, value) -> {
      text.append(text.charAt(text.length() - 1) == '{' ? "" : ",");
      quote(name, text);
      text.append(':');
      quote(value, text);
    });
    return text.append('}').toString();
  }

  private static void quote(String plain, StringBuilder to) {
    to.append('"');
    if (isPlain(plain)) {
      to.append(plain);
    } else {
      QUOTING.quoteAsString(plain, to);
    }
    to.append('"');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < ' ' || letter == '"' || letter == '\\') {
        return false;
      }
    }
    return true;
  }

  /** Shows the command alone: the rest is not redacted yet. */
  @Override
  public String toString() {
    return command.toString();
  }
}
