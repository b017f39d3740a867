package io.goldenpath.framing.socketio;

import io.goldenpath.framing.FrameJson;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A Socket.IO packet, such as {@code 51-/chat,12["audio",{"_placeholder":true,"num":0}]}.
 *
 * @param attachments Binary frames that follow.
 * @param id What an acknowledgement repeats; null for none.
 * @param payload A missing node for none.
 */
record Packet(Type type, int attachments, String namespace, @Nullable String id, JsonNode payload) {

  private static final Pattern HEAD =
      Pattern.compile(
          "(?<type>[0-6])(?:(?<attachments>[0-9]{1,4})-)?(?<namespace>/[^,]*+,?)?+(?<id>[0-9]{1,18})?");

  /** In the order of their digits. */
  enum Type {
    CONNECT,
    DISCONNECT,
    EVENT,
    ACK,
    CONNECT_ERROR,
    BINARY_EVENT,
    BINARY_ACK;

    boolean binary() {
      return this == BINARY_EVENT || this == BINARY_ACK;
    }
  }

  /** Empty where it is none. */
  static Optional<Packet> read(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return Optional.empty();
    }
    Type type = Type.values()[head.group("type").charAt(0) - '0'];
    String attachments = head.group("attachments");
    if (type.binary() != (attachments != null)) {
      return Optional.empty();
    }
    return payload(text.substring(head.end()))
        .map(payload ->
            new Packet(
                type,
                attachments == null ? 0 : Integer.parseInt(attachments),
                namespace(head.group("namespace")),
                head.group("id"),
                payload));
  }

  private static String namespace(@Nullable String written) {
    if (written == null) {
      return "/";
    }
    return written.endsWith(",") ? written.substring(0, written.length() - 1) : written;
  }

  private static Optional<JsonNode> payload(String json) {
    return json.isEmpty() ? Optional.of(MissingNode.getInstance()) : FrameJson.read(json);
  }

  /** Shows nothing of its content, which is not redacted yet. */
  @Override
  public String toString() {
    return "Packet[" + type + "]";
  }
}
