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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is told what and when, at a real server. */
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

    assertThat(server.told()).containsExactly("opened shop", "changed shop", "resolved shop");
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
    assertThat(messages.stream().map(TellingServer::told))
        .containsExactly("opened lab shop", "resolved shop", "resolved lab");
    assertThat(messages.stream().map(message -> message.path("thread").asString()).distinct())
        .containsExactly(messages.getFirst().path("id").asString());
    assertThat(messages.get(1).at("/text/body").asString()).contains("1 is still open");
  }

  @Test
  void remindsUntilSomebodyAcknowledges() throws Exception {
    monitor.close();
    monitor = monitor("remind: 30m");
    monitor.bad(shop);
    monitor.advance(Duration.ofMinutes(62));
    assertThat(server.told()).containsExactly("opened shop", "reminder shop", "reminder shop");

    String id = monitor.board.incidents().getFirst().id();
    monitor.board.acknowledge(id, new Acknowledgement("ann", "looking into it", monitor.now));
    monitor.save();
    monitor.restart();
    monitor.advance(Duration.ofHours(2));

    assertThat(server.told()).containsExactly("acknowledged shop");
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
    assertThat(server.told()).isEmpty();

    monitor.advance(MINUTE);
    assertThat(server.told()).containsExactly("opened shop");
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

    assertThat(server.told()).containsExactly("opened shop", "resolved shop");
  }

  @Test
  void tellsWhatBeganAndEndedBetweenTwoLooks() throws Exception {
    monitor.bad(shop);
    monitor.good(shop);
    monitor.advance(MINUTE);

    assertThat(server.told()).containsExactly("opened shop", "resolved shop");
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
}
