package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.LiveMonitor;
import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.DemoPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Prometheus that has lost its disk scrapes a monitor that has been running for long. Takes most
 * of a minute, so in profile thorough only.
 */
@EnabledIfSystemProperty(named = "thorough", matches = "true")
class EmptyPrometheusIT {

  /** A minute passes in a second, which is how often is scraped. */
  private static final int SPEED_UP = 60;

  /** Longer than the longest time that critical findings are counted over. */
  private static final Duration WINDOW = Duration.ofMinutes(20).dividedBy(SPEED_UP);

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void tellsNothingOfWhatIsOverAndOfAnOutageThatGoesOn() throws Exception {
    ExternalProgram.named("prometheus");
    ExternalProgram.named("prometheus-alertmanager");
    try (DemoPlatform shop = DemoPlatform.start(0);
        DemoPlatform lab = DemoPlatform.start(0);
        LiveMonitor monitor = monitor(shop, lab)) {
      breakAndRecover(monitor, shop, FirstFaults.STRANGERS_ID_ON_TOP, "leak_identity");
      breakAndRecover(monitor, shop, FirstFaults.SILENT_AFTER_MESSAGE, "silent");
      lab.faults().switchOn(FirstFaults.SILENT_AFTER_MESSAGE);
      await().atMost(LIMIT).until(() -> verdict(monitor, "lab").equals("down"));
      await().atMost(LIMIT).until(() -> age(monitor).compareTo(WINDOW) > 0);

      Instant begun = Instant.now();
      try (AlertPipeline alerts = AlertPipeline.start(folder, monitor.base(), SPEED_UP)) {
        PrometheusClient prometheus = alerts.prometheus();
        await()
            .atMost(LIMIT)
            .until(() -> !alerts.receiver().pages("GoldenPathDown", "firing").isEmpty());
        await().atMost(LIMIT).until(() -> Instant.now().isAfter(begun.plus(WINDOW).plusSeconds(5)));

        assertThat(prometheus.now("goldenpath_findings_total{target='shop',severity!='info'} > 0"))
            .as("what Prometheus sees of the past")
            .extracting(counter -> counter.label("kind"))
            .contains("leak_identity", "silent");
        assertThat(
                prometheus.between(
                    begun, Instant.now(), Duration.ofSeconds(1), "ALERTS{target='shop'}"))
            .isEmpty();
        assertThat(alerts.receiver().pages())
            .extracting(AlertReceiver.ReceivedAlert::target)
            .doesNotContain("shop");
        assertThat(alerts.receiver().pages("GoldenPathDown", "firing"))
            .extracting(AlertReceiver.ReceivedAlert::target)
            .containsOnly("lab");
      }
    }
  }

  private static void breakAndRecover(
      LiveMonitor monitor, DemoPlatform platform, DemoBehaviour fault, String finding)
      throws InterruptedException {
    platform.faults().switchOn(fault);
    await().atMost(LIMIT).until(() -> found(monitor, finding));
    platform.faults().switchOff();
    await().atMost(LIMIT).until(() -> verdict(monitor, "shop").equals("up"));
  }

  private static boolean found(LiveMonitor monitor, String finding) throws Exception {
    return monitor.get("/api/runs?target=shop").body().contains("\"" + finding + "\"");
  }

  private static String verdict(LiveMonitor monitor, String target) throws Exception {
    return LiveMonitor.each(monitor.json("/api/targets").path("targets"))
        .filter(probe -> probe.path("target").asString().equals(target))
        .map(probe -> probe.path("verdict").asString())
        .findFirst()
        .orElse("");
  }

  private static Duration age(LiveMonitor monitor) throws Exception {
    return Duration.ofSeconds((long) monitor.sample("process_uptime_seconds"));
  }

  private static LiveMonitor monitor(DemoPlatform shop, DemoPlatform lab) {
    return LiveMonitor.start(
        Stream.of(
                List.of("--goldenpath.demo.enabled=false"),
                target("shop", shop),
                target("lab", lab))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private static List<String> target(String name, DemoPlatform platform) {
    String key = "--goldenpath.targets." + name + ".";
    return List.of(
        key + "login.type=password",
        key + "login.url=http://127.0.0.1:" + platform.port() + "/demo/auth/login",
        key + "socket.url=ws://127.0.0.1:" + platform.port() + "/demo/ws",
        key + "users[0].email=" + platform.accounts().number(1).email(),
        key + "users[0].password=" + platform.accounts().number(1).password(),
        key + "limits.first-event=2500ms",
        key + "verdict.fail=2 of 2",
        key + "verdict.recover=1",
        key + "manners.logins=600",
        key + "manners.connects=600",
        key + "journeys.golden-path.every=3s",
        key + "journeys.golden-path.timeout=3s");
  }
}
