package io.goldenpath.framing;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One connection's framing, used by one thread at a time. Whatever comes, it never throws. It knows
 * no clock: calls say when something happened, in nanoseconds of the monotonic clock.
 */
public interface FramingConnection {

  /** Whether messages may be sent: the framing's own handshake is done, or it has none. */
  default boolean established() {
    return true;
  }

  /** A frame that sends this message. */
  String wrap(Outgoing message, long nanos);

  /** What a text frame holds. */
  List<Incoming> unwrap(String frame, long nanos);

  /** What a binary frame holds. */
  default List<Incoming> unwrap(ByteBuffer frame, long nanos) {
    return List.of(new Incoming.Broken("it is binary, where text is spoken"));
  }

  /**
   * Frames that are to be sent by now: the first ones of a connection, answers to the server's
   * pings, heartbeats of our own. Each is given once.
   */
  default List<String> due(long nanos) {
    return List.of();
  }

  /** What is certain by now although nothing came, such as a heartbeat that was missed. */
  default List<Incoming> elapsed(long nanos) {
    return List.of();
  }

  /** When {@link #due} or {@link #elapsed} next has something; empty where only frames tell. */
  default OptionalLong next() {
    return OptionalLong.empty();
  }

  /** How often the server wants a sign of life of ours; empty where it does not say. */
  default Optional<Duration> heartbeat() {
    return Optional.empty();
  }

  /** Frames to send before the socket is closed. */
  default List<String> closing() {
    return List.of();
  }
}
