package io.goldenpath.framing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a received frame. */
public sealed interface Incoming {

  /**
   * A message, without its framing.
   *
   * @param body its JSON
   * @param text the same as it came
   */
  record Message(JsonNode body, String text) implements Incoming {

    /** Shows the length alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return "Message[" + text.length() + " characters]";
    }
  }

  /**
   * A sign of life of the framing itself.
   *
   * @param reply frame that answers it; null where none is due
   */
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
