package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Compose's file: everything that it mounts is there, and is the chart's own. */
class ComposeTests {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void handsOverOnlyWhatStandsHereOrIsTheCharts() throws IOException {
    List<String> written = new ArrayList<>();
    for (JsonNode config : compose().path("configs")) {
      if (config.has("file")) {
        assertThat(Path.of(config.path("file").asString())).isRegularFile();
      } else {
        assertThat(config.path("content").asString()).isNotBlank();
      }
      written.add(config.path("file").asString());
    }

    assertThat(written).contains(AlertRules.FILE.toString());
    assertThat(written)
        .containsAll(Dashboard.NAMES.stream().map(Dashboard::file).map(Path::toString).toList());
    assertThat(mounted()).isEqualTo(names(compose().path("configs")));
  }

  @Test
  void everyServiceComesBackAndWaitsForWhatIsHealthy() throws IOException {
    JsonNode services = compose().path("services");
    for (JsonNode service : services) {
      assertThat(service.path("restart").asString()).isEqualTo("unless-stopped");
      service
          .path("depends_on")
          .properties()
          .forEach(other -> {
            assertThat(other.getValue().path("condition").asString()).isEqualTo("service_healthy");
            assertThat(services.has(other.getKey())).as(other.getKey()).isTrue();
            assertThat(
                    other.getKey().equals("monitor")
                        || services.path(other.getKey()).has("healthcheck"))
                .as("a health check of %s; the monitor's is its image's", other.getKey())
                .isTrue();
          });
    }
    assertThat(services.at("/postgres/profiles/0").asString()).isEqualTo("postgresql");
    assertThat(services.at("/monitor/depends_on/postgres/required").asBoolean(true)).isFalse();
  }

  @Test
  void writesNowhereButInTheDataVolume() throws IOException {
    JsonNode monitor = compose().path("services").path("monitor");

    assertThat(monitor.path("read_only").asBoolean()).isTrue();
    assertThat(monitor.path("volumes").get(0).asString()).isEqualTo("data:/data");
  }

  @Test
  void scrapesWhatPrometheusAccepts() throws IOException, InterruptedException {
    String scrapes =
        content("prometheus")
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
    Path config = Files.writeString(folder.resolve("alertmanager.yaml"), content("alertmanager"));
    String printed =
        ExternalProgram.named("amtool")
            .run(folder.resolve("log"), LIMIT, "check-config", config.toString());

    assertThat(printed).contains("SUCCESS");
  }

  @Test
  void keepsBackTheAlertsThatTheChartKeepsBack() throws IOException {
    String inhibited =
        HelmChart.render(Path.of("src/test/chart/good/alerts.yaml"))
            .the(AlertmanagerConfig.class)
            .spec()
            .inhibitRules()
            .stream()
            .map(rule -> rule.alertmanagers(""))
            .collect(Collectors.joining());
    String compose = content("alertmanager");

    assertThat(
            compose
                .substring(compose.indexOf("inhibit_rules:\n") + "inhibit_rules:\n".length())
                .replaceAll("(?m)^ +#.*\n", ""))
        .isEqualTo(inhibited);
  }

  private static JsonNode compose() throws IOException {
    return new YAMLMapper().readTree(Files.readString(Path.of("compose.yaml")));
  }

  static String content(String config) throws IOException {
    return compose().path("configs").path(config).path("content").asString();
  }

  private static Set<String> mounted() throws IOException {
    Set<String> mounted = new TreeSet<>();
    for (JsonNode service : compose().path("services")) {
      service.path("configs").forEach(config -> mounted.add(config.path("source").asString()));
    }
    return mounted;
  }

  private static Set<String> names(JsonNode map) {
    return new TreeSet<>(map.propertyNames());
  }
}
