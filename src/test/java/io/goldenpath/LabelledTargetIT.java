package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where one reads whose a target is. */
class LabelledTargetIT {

  @TempDir private Path folder;

  @Test
  void isSaidByPageApiHealthAndMetricsAndFollowsTheSettings() throws Exception {
    Path settings = write("{ team: search, tier: 1 }");
    try (LiveMonitor monitor =
        LiveMonitor.start("--spring.config.additional-location=file:" + settings)) {
      assertThat(monitor.get("/api/targets").body())
          .contains("\"labels\":{\"team\":\"search\",\"tier\":\"1\"}");
      assertThat(monitor.get("/actuator/health/targets/shop/golden-path").body())
          .contains("\"labels\":{\"team\":\"search\",\"tier\":\"1\"}");
      assertThat(monitor.get("/").body())
          .contains("title=\"team\">search</span>", "title=\"tier\">1</span>");
      assertThat(monitor.get("/targets/shop/golden-path").body()).contains("<b>search</b>");
      assertThat(monitor.get("/actuator/prometheus").body())
          .contains(
              "goldenpath_target_info{location=\"local\",target=\"shop\",team=\"search\",tier=\"1\"} 1\n");

      write("{ owner: checkout }");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() ->
              monitor
                  .get("/actuator/prometheus")
                  .body()
                  .contains(
                      "goldenpath_target_info{location=\"local\",owner=\"checkout\",target=\"shop\"} 1\n"));
      assertThat(monitor.get("/").body()).contains(">checkout</span>").doesNotContain(">search<");
    }
  }

  private Path write(String labels) throws IOException {
    return Files.writeString(
        folder.resolve("application.yaml"),
        """
        goldenpath:
          demo: { enabled: false }
          targets:
            shop:
              login: { type: none }
              socket: { url: 'ws://127.0.0.1:1/ws' }
              labels: %s
        """
            .formatted(labels));
  }
}
