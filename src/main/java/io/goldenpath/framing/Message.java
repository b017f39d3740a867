package io.goldenpath.framing;

import tools.jackson.databind.JsonNode;

/**
 * A received message, without its framing.
 *
 * @param body Its JSON.
 * @param text The same as it came.
 */
public record Message(JsonNode body, String text) implements Incoming {

  /** Shows the length alone: the text is not redacted yet. */
  @Override
  public String toString() {
    return "Message[" + text.length() + " characters]";
  }
}
