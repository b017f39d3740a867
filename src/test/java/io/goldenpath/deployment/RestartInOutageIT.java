package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.restart.KillableMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The monitor is killed while a target is down and its alert fires, and is started again. Takes
 * minutes, so in profile thorough only.
 */
@EnabledIfSystemProperty(named = "thorough", matches = "true")
class RestartInOutageIT {

  /** A start takes longer than the seconds that alerts would be kept for at a higher speed. */
  private static final int SPEED_UP = 4;

  /** Longer than the alert is kept for after its last sample. */
  private static final Duration WINDOW = Duration.ofMinutes(6).dividedBy(SPEED_UP);

  private static final Duration SOON = Duration.ofMinutes(4);
  private static final String ALERT = "GoldenPathDown";

  @TempDir private Path folder;

  @Test
  void isNoNewsToWhomTheAlertHasWoken() throws Exception {
    ExternalProgram.named("prometheus");
    ExternalProgram.named("prometheus-alertmanager");
    int port = KillableMonitor.freePort();
    try (DemoPlatform shop = DemoPlatform.start(0);
        KillableMonitor monitor = start(port, shop);
        AlertPipeline alerts = AlertPipeline.start(folder, monitor.base(), SPEED_UP)) {
      await().atMost(SOON).until(() -> verdict(monitor).equals("up"));
      shop.faults().switchOn(FirstFaults.SILENT_AFTER_MESSAGE);
      await().atMost(SOON).until(() -> !alerts.receiver().pages(ALERT, "firing").isEmpty());
      List<AlertReceiver.ReceivedAlert> woken = critical(alerts);
      String since = monitor.probe().path("since").asString();

      monitor.kill();
      try (KillableMonitor again = start(port, shop)) {
        await().atMost(SOON).until(() -> again.get("/actuator/health/readiness").isPresent());
        await()
            .atMost(WINDOW.plus(SOON))
            .during(WINDOW)
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> critical(alerts), Predicate.isEqual(woken));

        assertThat(woken).extracting(AlertReceiver.ReceivedAlert::alert).containsExactly(ALERT);
        assertThat(alerts.receiver().pages(ALERT, "resolved")).isEmpty();
        assertThat(
                alerts.prometheus().now("ALERTS{alertname='GoldenPathDown',alertstate='firing'}"))
            .hasSize(1);
        assertThat(again.probe().path("since").asString()).isEqualTo(since);
        assertThat(Files.readString(folder.resolve("log"))).doesNotContain("another cause");
      }
    }
  }

  private static List<AlertReceiver.ReceivedAlert> critical(AlertPipeline alerts) {
    return alerts.receiver().pages().stream()
        .filter(page -> page.severity().equals("critical"))
        .toList();
  }

  private static String verdict(KillableMonitor monitor) throws InterruptedException {
    return monitor.probe().path("verdict").asString("");
  }

  private KillableMonitor start(int port, DemoPlatform shop) throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("settings.yaml"),
            """
            goldenpath:
              data: %s
              demo: { enabled: false }
              limits: { first-event: 1s, close: 200ms }
              manners: { logins: 600, connects: 600 }
              targets:
                shop:
                  login: { type: password, url: 'http://127.0.0.1:%d/demo/auth/login' }
                  socket: { url: 'ws://127.0.0.1:%d/demo/ws' }
                  users: [ { email: %s, password: %s } ]
                  verdict: { confirm-after: 1s }
                  journeys: { golden-path: { every: 3s, timeout: 3s } }
            """
                .formatted(
                    folder.resolve("data"),
                    shop.port(),
                    shop.port(),
                    shop.accounts().number(1).email(),
                    shop.accounts().number(1).password()));
    return KillableMonitor.start(
        port, folder.resolve("log"), "--spring.config.import=file:" + settings);
  }
}
