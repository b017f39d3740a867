package io.goldenpath.framing;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A message to send, without its framing.
 *
 * @param text JSON, or what a platform takes for it. Socket.IO: the event's arguments, as JSON
 *     values with commas between them. GraphQL: the payload of the operation.
 * @param name Socket.IO: the event. STOMP: the destination. Elsewhere empty.
 * @param headers STOMP: further headers.
 * @param acknowledged Socket.IO: whether the server is asked for an acknowledgement.
 */
public record Outgoing(
    String text, String name, Map<String, String> headers, boolean acknowledged) {

  public Outgoing {
    headers = Map.copyOf(headers);
  }

  /** A message whose framing names nothing beside it. */
  public Outgoing(String text) {
    this(text, "", Map.of(), false);
  }

  /** The same with another text. */
  public Outgoing withText(String other) {
    return new Outgoing(other, name, headers, acknowledged);
  }

  public int bytes() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Shows the length alone: the text may hold a token. */
  @Override
  public String toString() {
    return "Outgoing[" + text.length() + " characters]";
  }
}
