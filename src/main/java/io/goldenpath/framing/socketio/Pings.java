package io.goldenpath.framing.socketio;

import io.goldenpath.framing.Incoming;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Pings that an Engine.IO server has promised. */
final class Pings {

  private static final long MOST_MILLIS = Duration.ofDays(1).toMillis();

  private final Duration timeout;
  private final Duration within;
  private long last;
  private boolean missed;

  private Pings(Duration interval, Duration timeout, long nanos) {
    this.timeout = timeout;
    this.within = interval.plus(timeout);
    this.last = nanos;
  }

  /** Empty where the open packet promises none that can be awaited. */
  static Optional<Pings> of(JsonNode open, long nanos) {
    JsonNode interval = open.path("pingInterval");
    JsonNode timeout = open.path("pingTimeout");
    return isTime(interval) && isTime(timeout)
        ? Optional.of(
            new Pings(
                Duration.ofMillis(interval.asLong()), Duration.ofMillis(timeout.asLong()), nanos))
        : Optional.empty();
  }

  private static boolean isTime(JsonNode millis) {
    return millis.isIntegralNumber()
        && millis.canConvertToLong()
        && millis.asLong() >= 1
        && millis.asLong() <= MOST_MILLIS;
  }

  /** How long the server waits for our pong. */
  Duration timeout() {
    return timeout;
  }

  void pinged(long nanos) {
    last = nanos;
  }

  /** Said once. */
  Optional<Incoming> missed(long nanos) {
    if (missed || nanos - last < within.toNanos()) {
      return Optional.empty();
    }
    missed = true;
    return Optional.of(new Incoming.Missed("no ping for " + DurationText.of(within)));
  }

  OptionalLong next() {
    return missed ? OptionalLong.empty() : OptionalLong.of(last + within.toNanos());
  }
}
