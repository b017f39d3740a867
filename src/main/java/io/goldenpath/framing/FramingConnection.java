package io.goldenpath.framing;

import java.nio.ByteBuffer;
import java.util.List;

/** One connection's framing, used by one thread at a time. Whatever comes, it never throws. */
public interface FramingConnection {

  /** Frames to send as soon as the socket is open. */
  default List<String> opening() {
    return List.of();
  }

  String wrap(Outgoing message);

  List<Incoming> unwrap(String frame);

  default List<Incoming> unwrap(ByteBuffer frame) {
    return List.of(new Incoming.Broken("it is binary, where text is spoken"));
  }

  /** Frames to send before the socket is closed. */
  default List<String> closing() {
    return List.of();
  }
}
