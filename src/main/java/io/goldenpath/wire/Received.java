package io.goldenpath.wire;

import io.goldenpath.probe.Ending;
import java.nio.ByteBuffer;

/** What a wait on a socket can bring. */
public sealed interface Received {

  /**
   * A text message.
   *
   * @param text its text
   * @param bytes length of its payload
   * @param arrivalNanos monotonic time at which its last byte was read
   */
  record Text(String text, int bytes, long arrivalNanos) implements Received {

    /** Shows the length alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return "Text[" + bytes + " bytes]";
    }
  }

  /**
   * A binary message.
   *
   * @param payload its bytes
   * @param arrivalNanos monotonic time at which its last byte was read
   */
  record Binary(ByteBuffer payload, long arrivalNanos) implements Received {}

  /** The connection has ended; every later wait says so again. */
  record Ended(Ending ending, long atNanos) implements Received {}

  /** The deadline came first. */
  record Nothing() implements Received {}
}
