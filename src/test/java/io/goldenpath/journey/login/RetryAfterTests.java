package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.wire.HttpReply;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String FIVE_PAST = "Tue, 24 Nov 2026 12:05:00 GMT";

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "300, 300",
    "' 300 ', 300",
    "3600, 3600",
    "3601, 3600",
    "36000, 3600",
    "99999999999999999999999999, 3600"
  })
  void readsSecondsUpToAnHour(String written, long seconds) {
    assertThat(RetryAfter.of(reply(429, written, null), NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {FIVE_PAST, "Tuesday, 24-Nov-26 12:05:00 GMT"})
  void readsDates(String written) {
    assertThat(RetryAfter.of(reply(503, written, null), NOW)).contains(Duration.ofMinutes(5));
  }

  @Test
  void readsADateByTheClockOfTheServer() {
    String date = "Tue, 24 Nov 2026 12:03:00 GMT";

    assertThat(RetryAfter.of(reply(503, FIVE_PAST, date), NOW)).contains(Duration.ofMinutes(2));
  }

  @Test
  void readsADateOfTomorrowAsAnHour() {
    String tomorrow = "Wed, 25 Nov 2026 12:00:00 GMT";

    assertThat(RetryAfter.of(reply(429, tomorrow, null), NOW)).contains(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "-1",
        "1.5",
        "",
        "300s",
        "٣٠٠",
        "Tue, 24 Nov 2026 11:59:59 GMT",
        "2026-11-24"
      })
  void asksForNothingThatCanBeRead(String written) {
    assertThat(RetryAfter.of(reply(429, written, null), NOW)).isEmpty();
  }

  @Test
  void asksForNothingWhereAllIsWell() {
    assertThat(RetryAfter.of(reply(200, "300", null), NOW)).isEmpty();
    assertThat(RetryAfter.of(new HttpReply(429, Map.of(), "", null), NOW)).isEmpty();
  }

  private static HttpReply reply(int status, String retryAfter, @Nullable String date) {
    Map<String, List<String>> headers = new HashMap<>(Map.of("Retry-After", List.of(retryAfter)));
    if (date != null) {
      headers.put("Date", List.of(date));
    }
    return new HttpReply(status, headers, "", null);
  }
}
