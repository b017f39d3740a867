package io.goldenpath.framing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a received frame. */
public sealed interface Incoming {

  /** A message without its framing: its JSON, and the text as it came. */
  record Message(JsonNode body, String text) implements Incoming {

    /** Shows the length alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return "Message[" + text.length() + " characters]";
    }
  }

  /** A keep-alive of the framing itself; {@code reply} answers it, null where none is due. */
  record Heartbeat(@Nullable String reply) implements Incoming {}

  /** The server does not accept the connection within the framing. */
  record Refused(String reason) implements Incoming {

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

  /** Nothing that this framing knows. */
  record Broken(String reason) implements Incoming {}
}
