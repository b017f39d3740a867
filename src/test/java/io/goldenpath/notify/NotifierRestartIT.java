package io.goldenpath.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is told over a restart, a kill, and while the database is away. */
class NotifierRestartIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Probe shop = SampleRuns.probe("shop");
  private TellingServer server;
  private NotifierUnderTest monitor;

  @BeforeEach
  void start() throws IOException {
    server = new TellingServer(200, "ok");
    monitor = monitor();
  }

  @AfterEach
  void stop() {
    monitor.close();
    server.close();
  }

  @Test
  void keepsWhatAReceiverMissesForTenMinutesAndOverARestart() throws Exception {
    server.answers(503, "down for maintenance");
    monitor.bad(shop);
    monitor.advance(MINUTE);
    monitor.otherwiseBad(shop);
    monitor.advance(Duration.ofMinutes(4));
    monitor.restart();
    monitor.advance(Duration.ofMinutes(5));
    monitor.good(shop);
    monitor.advance(MINUTE);
    assertThat(server.requests()).hasSizeBetween(10, 30);
    assertThat(monitor.notifier.failing("hook")).isTrue();

    server.answers(200, "ok");
    monitor.advance(Duration.ofMinutes(2));

    List<JsonNode> messages = server.bodies();
    assertThat(messages.stream().map(TellingServer::told))
        .containsExactly("opened shop", "changed shop", "resolved shop");
    assertThat(messages.getFirst().at("/text/body").asString())
        .contains("This message is of 12:00 UTC: it could not be delivered earlier.");
    assertThat(monitor.notifier.failing("hook")).isFalse();
  }

  @Test
  void repeatsWithTheSameIdWhatAKillKeptFromBeingNoted() throws Exception {
    monitor.bad(shop);
    monitor.advance(Duration.ofSeconds(10));
    monitor.runOnceUnsaved();
    List<JsonNode> before = server.bodies();
    assertThat(before.stream().map(TellingServer::told)).containsExactly("opened shop");

    monitor.restart();
    monitor.advance(MINUTE);
    List<JsonNode> after = server.bodies();
    assertThat(after.stream().map(TellingServer::told)).containsExactly("opened shop");
    assertThat(after.getFirst().path("id")).isEqualTo(before.getFirst().path("id"));

    monitor.restart();
    monitor.advance(MINUTE);
    assertThat(server.told()).isEmpty();
  }

  @Test
  void sendsNothingBeforeItIsStored() throws Exception {
    monitor.bad(shop);
    monitor.advance(Duration.ofSeconds(9));
    monitor.now = monitor.now.plusSeconds(1);
    monitor.runOnceUnsaved();
    monitor.runOnceUnsaved();
    assertThat(server.told()).isEmpty();

    monitor.advance(MINUTE);
    assertThat(server.told()).containsExactly("opened shop");
  }

  @Test
  void tellsFromMemoryWhileTheDatabaseIsAway() throws Exception {
    monitor.databaseIsAway();
    monitor.bad(shop);
    monitor.advance(MINUTE);
    monitor.otherwiseBad(shop);
    monitor.advance(MINUTE);
    monitor.good(shop);
    monitor.advance(MINUTE);
    assertThat(server.told()).containsExactly("opened shop", "changed shop", "resolved shop");

    monitor.databaseIsBack();
    monitor.advance(MINUTE);
    monitor.restart();
    monitor.advance(MINUTE);
    assertThat(server.told()).isEmpty();
  }

  @Test
  void tellsAlsoAfterAStartWithoutTheDatabase() throws Exception {
    monitor.databaseIsAway();
    monitor.restart();
    monitor.bad(shop);
    monitor.advance(Duration.ofSeconds(25));
    assertThat(server.told()).isEmpty();

    monitor.advance(MINUTE);
    assertThat(server.told()).containsExactly("opened shop");

    monitor.databaseIsBack();
    monitor.advance(MINUTE);
    monitor.good(shop);
    monitor.advance(MINUTE);
    assertThat(server.told()).containsExactly("resolved shop");
  }

  private NotifierUnderTest monitor() throws IOException {
    return NotifierUnderTest.of(
        NotifierUnderTest.written(
            """
            page: https://golden-path.example.com
            receivers: { hook: { webhook: { url: '%s' } } }
            """
                .formatted(server.url("/hook"))),
        shop);
  }
}
