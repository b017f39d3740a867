package io.goldenpath.journey.login;

import io.goldenpath.wire.HttpReply;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** How long a server asks to be left alone: {@code Retry-After}, in seconds or as a date. */
public final class RetryAfter {

  /** What goes beyond is a mistake of the server's, or would blind the monitor. */
  static final Duration MOST = Duration.ofHours(1);

  private RetryAfter() {}

  /** Empty where the reply does not ask, or where what it says cannot be read or lies behind. */
  public static Optional<Duration> of(HttpReply reply, Instant now) {
    if (reply.status() < 400) {
      return Optional.empty();
    }
    return reply.header("Retry-After").map(String::strip).flatMap(text -> wait(text, reply, now));
  }

  private static Optional<Duration> wait(String text, HttpReply reply, Instant now) {
    if (text.matches("\\d{1,100}")) {
      BigInteger seconds = new BigInteger(text).min(BigInteger.valueOf(MOST.toSeconds()));
      return Optional.of(Duration.ofSeconds(seconds.longValue()));
    }
    return date(text)
        .map(until ->
            Duration.between(reply.header("Date").flatMap(RetryAfter::date).orElse(now), until))
        .filter(Duration::isPositive)
        .map(wait -> wait.compareTo(MOST) < 0 ? wait : MOST);
  }

  private static Optional<Instant> date(String text) {
    return Optional.ofNullable(DateUtils.parseStandardDate(text));
  }
}
