package io.goldenpath.notify;

import io.goldenpath.notify.receiver.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with one receiver.
 *
 * @param attempts How often the next message was sent in vain.
 * @param notBefore When it may be sent again.
 * @param problem Why the last one was not taken; null where it was.
 * @param givenUp Messages that were given up.
 */
record ReceiverStatus(int attempts, Instant notBefore, @Nullable String problem, long givenUp) {

  static final ReceiverStatus FRESH = new ReceiverStatus(0, Instant.MIN, null, 0);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  ReceiverStatus delivered() {
    return new ReceiverStatus(0, Instant.MIN, null, givenUp);
  }

  /** Longer from time to time, and not before it wants to be asked again. */
  ReceiverStatus postponed(DeliveryResult.Postponed result, Instant now) {
    Duration backoff = FIRST.multipliedBy(1L << Math.min(attempts, 10));
    Duration wait = backoff.compareTo(LONGEST) < 0 ? backoff : LONGEST;
    Duration wished = result.after();
    return new ReceiverStatus(
        attempts + 1,
        now.plus(wished == null || wished.compareTo(wait) < 0 ? wait : wished),
        result.said(),
        givenUp);
  }

  ReceiverStatus gaveUp(String why) {
    return new ReceiverStatus(0, Instant.MIN, why, givenUp + 1);
  }

  boolean failing() {
    return problem != null;
  }
}
