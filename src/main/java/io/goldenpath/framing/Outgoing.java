package io.goldenpath.framing;

import java.nio.charset.StandardCharsets;

/** A message to send, without its framing: JSON, or what a platform takes for it. */
public record Outgoing(String text) {

  public int bytes() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Shows the length alone: the text may hold a token. */
  @Override
  public String toString() {
    return "Outgoing[" + text.length() + " characters]";
  }
}
