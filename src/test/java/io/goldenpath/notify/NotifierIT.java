package io.goldenpath.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.incident.Incident.Acknowledgement;
import io.goldenpath.maintenance.RequestedMaintenance;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Who is told what and when, at a real server. */
@ExtendWith(OutputCaptureExtension.class)
class NotifierIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Probe shop = SampleRuns.probe("shop");
  private final Probe lab = SampleRuns.probe("lab");
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
  void tellsAnIncidentItsChangeOfCauseAndItsEndOnceEach() throws Exception {
    monitor.bad(shop);
    monitor.advance(MINUTE);
    monitor.bad(shop);
    monitor.advance(MINUTE);
    monitor.otherwiseBad(shop);
    monitor.advance(MINUTE);
    monitor.good(shop);
    monitor.advance(Duration.ofHours(1));

    assertThat(told()).containsExactly("opened shop", "changed shop", "resolved shop");
  }

  @Test
  void tellsThoseThatBreakTogetherInOneMessage() throws Exception {
    monitor.bad(shop);
    monitor.advance(Duration.ofSeconds(5));
    monitor.bad(lab);
    monitor.advance(MINUTE);
    monitor.good(shop);
    monitor.advance(MINUTE);
    monitor.good(lab);
    monitor.advance(MINUTE);

    List<JsonNode> messages = server.bodies();
    assertThat(messages.stream().map(NotifierIT::told))
        .containsExactly("opened lab shop", "resolved shop", "resolved lab");
    assertThat(messages.stream().map(message -> message.path("thread").asString()).distinct())
        .containsExactly(messages.getFirst().path("id").asString());
    assertThat(messages.get(1).at("/text/body").asString()).contains("1 is still open");
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
    assertThat(messages.stream().map(NotifierIT::told))
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
    assertThat(before.stream().map(NotifierIT::told)).containsExactly("opened shop");

    monitor.restart();
    monitor.advance(MINUTE);
    List<JsonNode> after = server.bodies();
    assertThat(after.stream().map(NotifierIT::told)).containsExactly("opened shop");
    assertThat(after.getFirst().path("id")).isEqualTo(before.getFirst().path("id"));

    monitor.restart();
    monitor.advance(MINUTE);
    assertThat(told()).isEmpty();
  }

  @Test
  void sendsNothingBeforeItIsStored() throws Exception {
    monitor.bad(shop);
    monitor.advance(Duration.ofSeconds(9));
    monitor.now = monitor.now.plusSeconds(1);
    monitor.runOnceUnsaved();
    monitor.runOnceUnsaved();
    assertThat(told()).isEmpty();

    monitor.advance(MINUTE);
    assertThat(told()).containsExactly("opened shop");
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
    assertThat(told()).containsExactly("opened shop", "changed shop", "resolved shop");

    monitor.databaseIsBack();
    monitor.advance(MINUTE);
    monitor.restart();
    monitor.advance(MINUTE);
    assertThat(told()).isEmpty();
  }

  @Test
  void tellsAlsoAfterAStartWithoutTheDatabase() throws Exception {
    monitor.databaseIsAway();
    monitor.restart();
    monitor.bad(shop);
    monitor.advance(Duration.ofSeconds(25));
    assertThat(told()).isEmpty();

    monitor.advance(MINUTE);
    assertThat(told()).containsExactly("opened shop");

    monitor.databaseIsBack();
    monitor.advance(MINUTE);
    monitor.good(shop);
    monitor.advance(MINUTE);
    assertThat(told()).containsExactly("resolved shop");
  }

  @Test
  void remindsUntilSomebodyAcknowledges() throws Exception {
    monitor.close();
    monitor = monitor("remind: 30m");
    monitor.bad(shop);
    monitor.advance(Duration.ofMinutes(62));
    assertThat(told()).containsExactly("opened shop", "reminder shop", "reminder shop");

    String id = monitor.board.incidents().getFirst().id();
    monitor.board.acknowledge(id, new Acknowledgement("ann", "looking into it", monitor.now));
    monitor.save();
    monitor.restart();
    monitor.advance(Duration.ofHours(2));

    assertThat(told()).containsExactly("acknowledged shop");
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

    assertThat(told()).containsExactly("opened shop", "reminder shop");
  }

  @Test
  void isMutedDuringMaintenanceAndTellsAfterItWhatIsStillOpen() throws Exception {
    monitor.bad(shop);
    monitor.maintenance.add(
        new RequestedMaintenance(
            "m",
            "shop",
            null,
            new MaintenanceWindow(monitor.now, monitor.now.plus(MINUTE), "patch window")));
    monitor.advance(Duration.ofSeconds(50));
    assertThat(told()).isEmpty();

    monitor.advance(MINUTE);
    assertThat(told()).containsExactly("opened shop");
  }

  @Test
  void waitsAsLongAsTheReceiverAsksFor() throws Exception {
    server.answers(new MockResponse.Builder().code(429).setHeader("Retry-After", "600").build());
    monitor.bad(shop);
    monitor.advance(Duration.ofMinutes(9));
    assertThat(server.requests()).hasSize(1);

    server.answers(200, "ok");
    monitor.advance(Duration.ofMinutes(2));
    assertThat(told()).containsExactly("opened shop");
  }

  @Test
  void givesUpWhatIsRefusedAndSaysSo(CapturedOutput output) throws Exception {
    server.answers(404, "no_service");
    monitor.bad(shop);
    monitor.advance(MINUTE);
    server.answers(200, "ok");
    monitor.good(shop);
    monitor.advance(MINUTE);

    assertThat(told()).containsExactly("opened shop", "resolved shop");
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

  @Test
  void tellsAReceiverThatIsNewInTheSettingsOfWhatIsOpen() throws Exception {
    monitor.bad(lab);
    monitor.good(lab);
    monitor.bad(shop);
    monitor.advance(MINUTE);
    server.bodies();

    monitor.settings =
        NotifierUnderTest.written(
            "receivers: { late: { webhook: { url: '%s' } } }".formatted(server.url("/late")));
    monitor.advance(MINUTE);
    monitor.good(shop);
    monitor.advance(MINUTE);

    assertThat(told()).containsExactly("opened shop", "resolved shop");
  }

  @Test
  void tellsWhatBeganAndEndedBetweenTwoLooks() throws Exception {
    monitor.bad(shop);
    monitor.good(shop);
    monitor.advance(MINUTE);

    assertThat(told()).containsExactly("opened shop", "resolved shop");
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
        shop,
        lab);
  }

  private List<String> told() throws InterruptedException {
    return server.bodies().stream().map(NotifierIT::told).toList();
  }

  private static String told(JsonNode message) {
    return message.path("event").asString()
        + " "
        + String.join(
            " ",
            message
                .path("incidents")
                .valueStream()
                .map(incident -> incident.path("target").asString())
                .sorted()
                .toList());
  }
}
