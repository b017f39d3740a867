package io.goldenpath.framing.stomp;

import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs of life that both sides agreed on, with times of the monotonic clock. */
final class HeartBeats {

  private static final Pattern OFFER = Pattern.compile("(?<sends>\\d{1,9}),(?<wants>\\d{1,9})");

  /** What the specification calls an error margin; brokers take two or three times as well. */
  private static final int MARGIN = 2;

  private final long offered;
  private long sendEvery;
  private long expectWithin;
  private long sentAt;
  private long receivedAt;

  HeartBeats(Duration offered) {
    this.offered = offered.toNanos();
  }

  /** False where the server's offer cannot be read, so that nothing is agreed. */
  boolean agree(String offer, long nanos) {
    Matcher theirs = OFFER.matcher(offer.isEmpty() ? "0,0" : offer);
    if (!theirs.matches()) {
      return false;
    }
    sendEvery = agreed(theirs.group("wants"));
    expectWithin = MARGIN * agreed(theirs.group("sends"));
    sentAt = nanos;
    receivedAt = nanos;
    return true;
  }

  private long agreed(String millis) {
    long theirs = Duration.ofMillis(Long.parseLong(millis)).toNanos();
    return offered == 0 || theirs == 0 ? 0 : Math.max(offered, theirs);
  }

  void sent(long nanos) {
    sentAt = nanos;
  }

  void received(long nanos) {
    receivedAt = nanos;
  }

  boolean due(long nanos) {
    return sendEvery > 0 && nanos - nextSent() >= 0;
  }

  /** How often we promised to send one; empty for never. */
  Optional<Duration> promised() {
    return sendEvery == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(sendEvery));
  }

  /** Early, so that a network's delay does not make it late. */
  private long nextSent() {
    return sentAt + sendEvery / 4 * 3;
  }

  /**
   * Says once that the server's sign of life is overdue. Who looks late may have stood still, with
   * the sign unread, and waits for one more interval.
   */
  Optional<String> missed(long nanos) {
    long late = nanos - receivedAt - expectWithin;
    if (expectWithin == 0 || late < 0) {
      return Optional.empty();
    }
    if (late > expectWithin / 10) {
      receivedAt = nanos - expectWithin + expectWithin / MARGIN;
      return Optional.empty();
    }
    Duration silence = Duration.ofNanos(expectWithin);
    expectWithin = 0;
    return Optional.of(
        "nothing came for %s, twice the heart-beat agreed on".formatted(DurationText.of(silence)));
  }

  OptionalLong next() {
    if (sendEvery > 0 && expectWithin > 0) {
      return OptionalLong.of(earlier(nextSent(), receivedAt + expectWithin));
    }
    if (sendEvery > 0) {
      return OptionalLong.of(nextSent());
    }
    return expectWithin > 0 ? OptionalLong.of(receivedAt + expectWithin) : OptionalLong.empty();
  }

  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }
}
