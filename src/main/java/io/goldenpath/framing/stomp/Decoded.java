package io.goldenpath.framing.stomp;

/** What the bytes at one place are. */
sealed interface Decoded permits StompFrame, Decoded.Mistake, Decoded.TooLong {

  /** No frame of a server. */
  record Mistake(String reason) implements Decoded {}

  /** A frame of more bytes than are kept. */
  record TooLong() implements Decoded {}
}
