package io.goldenpath.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** Logins that ask to come back later. How long they are then left alone is the schedule's. */
final class RetryAfterCases {

  private RetryAfterCases() {}

  static Stream<PlatformCase> cases() {
    String date =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC)
            .format(Instant.now().plusSeconds(300));
    return Stream.of(
        shed("retry-after", "429 Too Many Requests", "Retry-After: 300")
            .expect(later("429", "300")),
        shed("retry-after-503", "503 Service Unavailable", "Retry-After: 300")
            .expect(later("503", "300")),
        shed("retry-after-date", "429 Too Many Requests", "Retry-After: " + date)
            .expect(later("429")),
        shed("retry-after-garbage", "429 Too Many Requests", "Retry-After: soon")
            .expect(later("429")),
        shed("retry-after-negative", "429 Too Many Requests", "Retry-After: -1")
            .expect(later("429")),
        shed("retry-after-a-day", "429 Too Many Requests", "Retry-After: 86400")
            .expect(later("429")));
  }

  private static Expected later(String... words) {
    return Expected.fails("shed", "login", words);
  }

  private static PlatformCase shed(String name, String status, String... headers) {
    return PlatformCase.of(name)
        .that(good ->
            good.login(reply ->
                reply.starting("HTTP/1.1 " + status).with(headers).body(_ -> new byte[0])));
  }
}
