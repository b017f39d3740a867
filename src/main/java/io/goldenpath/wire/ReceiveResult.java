package io.goldenpath.wire;

import io.goldenpath.model.run.ConnectionEnd;
import java.nio.ByteBuffer;

/** Outcome of a wait on a socket. */
public sealed interface ReceiveResult {

  /** A text message, the length of its payload, and when its last byte was read. */
  record Text(String text, int bytes, long arrivalNanos) implements ReceiveResult {

    /** Shows the length alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return "Text[" + bytes + " bytes]";
    }
  }

  /** A binary message, and when its last byte was read. */
  record Binary(ByteBuffer payload, long arrivalNanos) implements ReceiveResult {}

  /** The connection has ended; every later wait says so again. */
  record Ended(ConnectionEnd end, long atNanos) implements ReceiveResult {}

  /** The deadline came first. */
  record Nothing() implements ReceiveResult {}
}
