package io.goldenpath.framing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a framing makes of a received frame, or of the time that passed without one. */
public sealed interface Incoming {

  /** A message without its framing: its JSON, the text as it came, and what the framing adds. */
  record Message(JsonNode body, String text, Envelope envelope) implements Incoming {

    /** A message to which the framing adds nothing. */
    public Message(JsonNode body, String text) {
      this(body, text, Envelope.NONE);
    }

    /** Shows the length alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return "Message[" + text.length() + " characters]";
    }
  }

  /**
   * What a framing says of a message beside its JSON.
   *
   * @param name Socket.IO: the event. STOMP: the destination. GraphQL: the type of the message.
   *     What the framing itself accepted comes as {@code connect}, {@code CONNECTED}, {@code
   *     connection_ack}. Elsewhere empty.
   * @param args Socket.IO: all arguments of an event; empty elsewhere.
   * @param ack Socket.IO: all arguments of an acknowledgement of ours, whose name is that of the
   *     event that we sent; null elsewhere.
   * @param headers STOMP: headers of the frame. GraphQL: the operation's id.
   */
  record Envelope(
      String name, List<JsonNode> args, @Nullable List<JsonNode> ack, Map<String, String> headers) {

    public static final Envelope NONE = new Envelope("", List.of(), null, Map.of());

    public Envelope {
      args = List.copyOf(args);
      ack = ack == null ? null : List.copyOf(ack);
      headers = Map.copyOf(headers);
    }

    /** Shows nothing: names and headers are not redacted yet. */
    @Override
    public String toString() {
      return "Envelope[]";
    }
  }

  /** A message that answers what was sent before the latest, and is not ended yet. */
  record Earlier(Message message) implements Incoming {}

  /** A keep-alive of the framing itself. */
  record Heartbeat() implements Incoming {}

  /** What belongs to the framing or to an earlier message, and tells nothing of a run. */
  record Noise(String type) implements Incoming {}

  /**
   * The server does not accept the connection, or a message, within the framing.
   *
   * @param body What it says; a missing node where it says nothing but the reason.
   */
  record Refused(String reason, JsonNode body) implements Incoming {

    /** A refusal that says nothing but its reason. */
    public Refused(String reason) {
      this(reason, MissingNode.getInstance());
    }

    @Override
    public String toString() {
      return "Refused[]";
    }
  }

  /** The server announces the end of the connection. */
  record Closing(String reason) implements Incoming {

    @Override
    public String toString() {
      return "Closing[]";
    }
  }

  /** The server gave no sign of life for as long as the framing allows: it counts as lost. */
  record Missed(String what) implements Incoming {}

  /** A part that the framing knows, where its rules do not allow it. */
  record Misplaced(String reason) implements Incoming {}

  /** Nothing that this framing knows. */
  record Broken(String reason) implements Incoming {}
}
