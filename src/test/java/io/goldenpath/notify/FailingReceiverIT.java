package io.goldenpath.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.io.IOException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of messages that a receiver does not take. */
@ExtendWith(OutputCaptureExtension.class)
class FailingReceiverIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Probe shop = SampleRuns.probe("shop");
  private TellingServer server;
  private NotifierUnderTest monitor;

  @BeforeEach
  void start() throws IOException {
    server = new TellingServer(200, "ok");
    monitor = monitor("");
  }

  @AfterEach
  void stop() {
    monitor.close();
    server.close();
  }

  @Test
  void doesNotPileUpRemindersForAReceiverThatIsAway() throws Exception {
    monitor.close();
    monitor = monitor("remind: 30m");
    server.answers(503, "");
    monitor.bad(shop);
    monitor.advance(Duration.ofHours(5));
    server.bodies();
    server.answers(200, "ok");
    monitor.advance(Duration.ofMinutes(2));

    assertThat(server.told()).containsExactly("opened shop", "reminder shop");
  }

  @Test
  void waitsAsLongAsTheReceiverAsksFor() throws Exception {
    server.answers(new MockResponse.Builder().code(429).setHeader("Retry-After", "600").build());
    monitor.bad(shop);
    monitor.advance(Duration.ofMinutes(9));
    assertThat(server.requests()).hasSize(1);

    server.answers(200, "ok");
    monitor.advance(Duration.ofMinutes(2));
    assertThat(server.told()).containsExactly("opened shop");
  }

  @Test
  void givesUpWhatIsRefusedAndSaysSo(CapturedOutput output) throws Exception {
    server.answers(404, "no_service");
    monitor.bad(shop);
    monitor.advance(MINUTE);
    server.answers(200, "ok");
    monitor.good(shop);
    monitor.advance(MINUTE);

    assertThat(server.told()).containsExactly("opened shop", "resolved shop");
    assertThat(monitor.notifier.givenUp("hook")).isEqualTo(1);
    assertThat(output).contains("receiver 'hook' is given up: answered 404: no_service");
  }

  @Test
  void givesUpWhatHasWaitedForADayAndSaysSo(CapturedOutput output) throws Exception {
    server.answers(503, "upstream connect error");
    monitor.bad(shop);
    monitor.advance(MINUTE);
    assertThat(monitor.notifier.givenUp("hook")).isZero();

    monitor.now = monitor.now.plus(Duration.ofHours(25));
    monitor.advance(MINUTE);

    assertThat(monitor.notifier.givenUp("hook")).isEqualTo(1);
    assertThat(monitor.notifier.waiting("hook")).isZero();
    assertThat(output)
        .contains(
            "A message to the receiver 'hook' is given up: it has waited for a day (answered 503:"
                + " upstream connect error)");
  }

  @Test
  void doesNotFollowRedirects(CapturedOutput output) throws Exception {
    try (TellingServer elsewhere = new TellingServer(200, "ok")) {
      server.answers(
          new MockResponse.Builder()
              .code(307)
              .setHeader("Location", elsewhere.url("/stolen"))
              .build());
      monitor.bad(shop);
      monitor.advance(MINUTE);

      assertThat(elsewhere.requests()).isEmpty();
      assertThat(output).contains("redirects are not followed");
    }
  }

  private NotifierUnderTest monitor(String more) throws IOException {
    return NotifierUnderTest.of(
        NotifierUnderTest.written(
            """
            page: https://golden-path.example.com
            receivers: { hook: { webhook: { url: '%s' } } }
            %s
            """
                .formatted(server.url("/hook"), more)),
        shop);
  }
}
