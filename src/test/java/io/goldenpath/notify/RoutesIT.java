package io.goldenpath.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.maintenance.RequestedMaintenance;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which receivers hear of which incidents: by target, by label, and by how bad it is. */
class RoutesIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Probe shop =
      SampleRuns.labelled(SampleRuns.probe("prod-shop"), Map.of("team", "search"));
  private final Probe lab = SampleRuns.probe("lab");
  private TellingServer oncall;
  private TellingServer team;
  private TellingServer security;
  private NotifierUnderTest monitor;

  @BeforeEach
  void start() throws IOException {
    oncall = new TellingServer(200, "");
    team = new TellingServer(200, "");
    security = new TellingServer(200, "");
    monitor =
        NotifierUnderTest.of(
            NotifierUnderTest.written(
                """
                receivers:
                  oncall: { webhook: { url: '%s' } }
                  team: { webhook: { url: '%s' } }
                  security: { webhook: { url: '%s' } }
                routes:
                  - { targets: [prod-*], severity: down, to: [oncall] }
                  - { labels: { team: sea* }, to: [team] }
                  - { severity: critical, to: [security] }
                """
                    .formatted(oncall.url("/"), team.url("/"), security.url("/"))),
            shop,
            lab);
  }

  @AfterEach
  void stop() {
    monitor.close();
    oncall.close();
    team.close();
    security.close();
  }

  @Test
  void leadByTargetAndLabel() throws Exception {
    monitor.bad(shop);
    monitor.bad(lab);
    monitor.advance(MINUTE);

    assertThat(told(oncall)).containsExactly("opened down prod-shop");
    assertThat(told(team)).containsExactly("opened down prod-shop");
    assertThat(told(security)).isEmpty();
  }

  @Test
  void wakeNobodyForWhatIsTooLightUntilItIsWorse() throws Exception {
    monitor.late(shop);
    monitor.advance(MINUTE);
    assertThat(told(team)).containsExactly("opened degraded prod-shop");
    assertThat(told(oncall)).isEmpty();

    monitor.bad(shop);
    monitor.advance(MINUTE);
    assertThat(told(team)).containsExactly("changed down prod-shop");
    assertThat(told(oncall)).containsExactly("opened down prod-shop");

    monitor.good(shop);
    monitor.advance(MINUTE);
    assertThat(told(team)).containsExactly("resolved down prod-shop");
    assertThat(told(oncall)).containsExactly("resolved down prod-shop");
  }

  @Test
  void tellOfALeakWhateverTheTarget() throws Exception {
    monitor.finish(leak(lab));
    monitor.advance(MINUTE);

    assertThat(told(security)).containsExactly("opened critical lab");
    assertThat(told(oncall)).isEmpty();
  }

  @Test
  void tellOfALeakDuringMaintenanceToo() throws Exception {
    monitor.maintenance.add(
        new RequestedMaintenance(
            "m",
            "prod-shop",
            null,
            new MaintenanceWindow(
                monitor.now, monitor.now.plus(MINUTE.multipliedBy(60)), "patch")));
    monitor.bad(shop);
    monitor.advance(MINUTE);
    assertThat(told(oncall)).isEmpty();

    monitor.finish(leak(shop));
    monitor.advance(MINUTE);
    assertThat(told(security)).containsExactly("opened critical prod-shop");
  }

  private Run leak(Probe probe) {
    Run passed = SampleRuns.passed(probe, "leak", monitor.now);
    return SampleRuns.withUsers(
        probe, "leak", monitor.now, passed.users(), SampleFindings.leak(1, 2));
  }

  private static List<String> told(TellingServer server) throws InterruptedException {
    return server.bodies().stream()
        .map(message ->
            "%s %s %s"
                .formatted(
                    message.path("event").asString(),
                    message.at("/incidents/0/severity").asString(),
                    message.at("/incidents/0/target").asString()))
        .toList();
  }
}
