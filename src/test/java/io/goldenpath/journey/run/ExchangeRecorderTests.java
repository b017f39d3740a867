package io.goldenpath.journey.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.http.HttpExchange;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import io.goldenpath.redaction.Redactor;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpReply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of HTTP requests, and what is not. */
class ExchangeRecorderTests {

  private final ExchangeRecorder recorder = new ExchangeRecorder(1_000_000);
  private final Redactor redactor = Redactor.of(List.of(Secret.of("s3cretpassw0rd")));

  @Test
  void keepsNoQueryNoBodyAndNoSecretHeader() {
    recorder.called(
        new ExchangeRecorder.Span(2_000_000, 5_000_000),
        new HttpCall(
            "POST",
            URI.create("https://auth.example.com/login?ticket=abcdef123456"),
            Map.of("X-Api-Key", Secret.of("k-1234567"), "X-Tenant", Secret.of("acme")),
            "{\"password\":\"s3cretpassw0rd\"}",
            Route.DIRECT),
        new HttpReply(
            302,
            Map.of(
                "Set-Cookie", List.of("sid=abc; Path=/", "other=def"),
                "Location", List.of("https://app.example.com/in?code=zzzz9999"),
                "X-Echo", List.of("s3cretpassw0rd")),
            "token",
            null));

    HttpExchange kept = recorder.all(redactor::redact).getFirst();

    assertThat(kept.url()).isEqualTo("https://auth.example.com/login");
    assertThat(kept.path()).isEqualTo("/login");
    assertThat(kept.at()).hasMillis(1);
    assertThat(kept.duration()).hasMillis(3);
    assertThat(kept.requestHeaders().byName())
        .containsEntry("X-Tenant", "acme")
        .containsEntry("X-Api-Key", "***");
    assertThat(kept.responseHeaders().byName())
        .containsEntry("Set-Cookie", "***, ***")
        .containsEntry("Location", "https://app.example.com/in?***")
        .containsEntry("X-Echo", "***");
  }

  @Test
  void saysWhatWasNotAnswered() {
    recorder.called(new ExchangeRecorder.Span(2_000_000, 5_000_000), call(), null);

    assertThat(recorder.all(redactor::redact).getFirst().status()).isZero();
  }

  @Test
  void isBounded() {
    for (int i = 0; i < 50; i++) {
      recorder.called(
          new ExchangeRecorder.Span(2_000_000, 5_000_000),
          call(),
          new HttpReply(200, Map.of("X-Long", List.of("x".repeat(5000))), "", null));
    }

    assertThat(recorder.all(redactor::redact))
        .hasSize(20)
        .allSatisfy(
            kept -> assertThat(kept.responseHeaders().text()).hasSizeLessThanOrEqualTo(2001));
  }

  private static HttpCall call() {
    return new HttpCall(
        "GET", URI.create("https://auth.example.com/login"), Map.of(), null, Route.DIRECT);
  }
}
