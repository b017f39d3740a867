package io.goldenpath.notify.receiver;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.notify.receiver.DeliveryResult.Delivered;
import io.goldenpath.notify.receiver.DeliveryResult.Postponed;
import io.goldenpath.notify.receiver.DeliveryResult.Refused;
import io.goldenpath.redaction.PrintableText;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a receiver answered, and whether to ask again. */
record NoticeReply(int status, Function<String, Optional<String>> headers, String body) {

  /** What goes beyond is a mistake of the receiver's, or nobody would hear anything any more. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private static final Set<Integer> TEMPORARY = Set.of(408, 429);

  DeliveryResult result(Instant now) {
    if (status >= 200 && status < 300) {
      return new Delivered(said());
    }
    if (status >= 300 && status < 400) {
      return new Refused(said() + " (redirects are not followed: set the address it leads to)");
    }
    return status >= 500 || TEMPORARY.contains(status)
        ? new Postponed(said(), retryAfter(now).orElse(null))
        : new Refused(said());
  }

  private String said() {
    String text = PrintableText.of(Excerpt.of(body));
    return "answered " + status + (text.isBlank() ? "" : ": " + text);
  }

  private Optional<Duration> retryAfter(Instant now) {
    return headers
        .apply("Retry-After")
        .map(String::strip)
        .flatMap(text -> wait(text, now))
        .filter(Duration::isPositive)
        .map(wait -> wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
  }

  private static Optional<Duration> wait(String text, Instant now) {
    if (text.matches("\\d{1,100}")) {
      BigInteger seconds = new BigInteger(text).min(BigInteger.valueOf(LONGEST_WAIT.toSeconds()));
      return Optional.of(Duration.ofSeconds(seconds.longValue()));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, until));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
