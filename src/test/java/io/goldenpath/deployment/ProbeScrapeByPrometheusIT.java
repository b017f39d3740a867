package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.LiveMonitor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Prometheus whose configuration was written for blackbox_exporter. */
class ProbeScrapeByPrometheusIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void seesTheGoldenPathOfATargetAsAnInstance() throws Exception {
    ExternalProgram.named("prometheus");
    try (LiveMonitor monitor = LiveMonitor.start("--goldenpath.demo.enabled=true");
        ServerProcess server =
            ServerProcess.start(
                "prometheus",
                folder.resolve("prometheus.log"),
                "--config.file=" + scrapes(monitor),
                "--storage.tsdb.path=" + folder.resolve("prometheus"))) {
      PrometheusClient prometheus = new PrometheusClient(server.base());
      await().atMost(LIMIT).until(() -> !prometheus.now("probe_success == 1").isEmpty());

      assertThat(prometheus.now("probe_success"))
          .singleElement()
          .satisfies(series -> {
            assertThat(series.label("instance")).isEqualTo("demo");
            assertThat(series.label("job")).isEqualTo("blackbox");
          });
      assertThat(prometheus.now("goldenpath_probe_step_seconds{instance='demo'}"))
          .extracting(series -> series.label("step"))
          .contains("login", "connect", "welcome", "send", "events", "answer");
      assertThat(prometheus.now("up == 0")).isEmpty();
      assertThat(promtool(monitor.get("/probe?target=demo").body())).isEmpty();
    }
  }

  private Path scrapes(LiveMonitor monitor) throws Exception {
    return Files.writeString(
        folder.resolve("prometheus.yaml"),
        """
        global: { scrape_interval: 1s, scrape_timeout: 1s }
        scrape_configs:
          - job_name: blackbox
            metrics_path: /probe
            params: { module: [golden-path] }
            static_configs: [ { targets: [demo] } ]
            relabel_configs:
              - { source_labels: [__address__], target_label: __param_target }
              - { source_labels: [__param_target], target_label: instance }
              - { target_label: __address__, replacement: '%s' }
        """
            .formatted(URI.create(monitor.base()).getAuthority()));
  }

  private String promtool(String metrics) throws Exception {
    Path input = Files.writeString(folder.resolve("metrics"), metrics);
    Path output = folder.resolve("promtool");
    Process promtool =
        new ProcessBuilder(
                ExternalProgram.named("promtool").program().toString(), "check", "metrics")
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(promtool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output);
  }
}
