package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compose's file: everything that it mounts is there, and is the chart's own. */
class ComposeTests {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void mountsOnlyFilesThatAreThere() throws IOException {
    List<String> mounted =
        mounts().stream()
            .map(mount -> mount.split(":", -1)[0])
            .filter(source -> source.startsWith("./") && !source.equals("./config"))
            .toList();

    assertThat(mounted)
        .hasSizeGreaterThan(5)
        .allMatch(source -> Files.isRegularFile(Path.of(source)));
  }

  @Test
  void givesPrometheusAndGrafanaTheChartsOwnFiles() throws IOException {
    assertThat(mounts())
        .anyMatch(mount -> mount.startsWith("./" + AlertRules.FILE + ":"))
        .anyMatch(mount -> mount.startsWith("./" + Dashboard.FILE + ":"));
  }

  @Test
  void writesNowhereButInTheDataVolume() throws IOException {
    JsonNode monitor = compose().path("services").path("monitor");

    assertThat(monitor.path("read_only").asBoolean()).isTrue();
    assertThat(monitor.path("volumes").get(0).asText()).isEqualTo("data:/data");
  }

  @Test
  void scrapesWhatPrometheusAccepts() throws IOException, InterruptedException {
    String scrapes =
        Files.readString(Path.of("compose/prometheus.yaml"))
            .replace("/etc/prometheus/rules.yaml", AlertRules.FILE.toAbsolutePath().toString());
    Path config = Files.writeString(folder.resolve("prometheus.yaml"), scrapes);

    String printed =
        ExternalProgram.named("promtool")
            .run(folder.resolve("log"), LIMIT, "check", "config", config.toString());

    long rules = AlertRules.read().groups().stream().mapToLong(group -> group.rules().size()).sum();
    assertThat(printed).contains("SUCCESS: " + config + " is valid", rules + " rules found");
  }

  @Test
  void routesWhatAlertmanagerAccepts() throws IOException, InterruptedException {
    String printed =
        ExternalProgram.named("amtool")
            .run(folder.resolve("log"), LIMIT, "check-config", "compose/alertmanager.yaml");

    assertThat(printed).contains("SUCCESS", "3 inhibit rules");
  }

  private static JsonNode compose() throws IOException {
    return new YAMLMapper().readTree(Files.readString(Path.of("compose.yaml")));
  }

  private static List<String> mounts() throws IOException {
    List<String> mounts = new ArrayList<>();
    for (JsonNode service : compose().path("services")) {
      service.path("volumes").forEach(volume -> mounts.add(volume.asText()));
    }
    return mounts;
  }
}
