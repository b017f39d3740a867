package io.goldenpath.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.InstalledTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every alert fires, stays silent, and survives what monitors and Prometheus go through. */
class SituationTests {

  private static final Path RULES = Path.of("helm/golden-path-monitor/files/rules.yaml");
  private static final int SETTLED = Situation.CHANGES_AT - 5;
  private static final int END = Situation.MINUTES - 2;
  private static final List<Integer> AROUND_THE_RESTART = List.of(1, 3, 6, 12);

  @TempDir private Path folder;

  @Test
  void coverEachAlertInEachOfItsSeverities() throws IOException {
    Set<String> ruled = new TreeSet<>();
    for (JsonNode group : new YAMLMapper().readTree(RULES.toFile()).path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        if (rule.has("alert")) {
          String severity = rule.path("labels").path("severity").asString();
          for (String one : List.of("critical", "warning")) {
            if (severity.contains(one)) {
              ruled.add(rule.path("alert").asString() + " " + one);
            }
          }
        }
      }
    }

    assertThat(AlertCases.ALL.stream().map(one -> one.alert() + " " + one.severity()))
        .containsExactlyInAnyOrderElementsOf(ruled);
  }

  @Test
  void areToldInTheRightOnes() throws IOException, InterruptedException {
    Path test = Files.writeString(folder.resolve("situations.yaml"), promtoolTest(rules()));
    Path printed = folder.resolve("promtool.log");
    Process promtool =
        new ProcessBuilder(
                InstalledTool.path("promtool", "prometheus").toString(),
                "test",
                "rules",
                test.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    boolean ended = promtool.waitFor(40, TimeUnit.MINUTES);
    promtool.destroyForcibly();

    assertThat(ended).isTrue();
    assertThat(printed).content().contains("SUCCESS").doesNotContain("FAILED");
  }

  /** A test for each alert, for promtool allows a query ten thousand samples. */
  private static String promtoolTest(Path rules) {
    StringBuilder text =
        new StringBuilder(
            """
            rule_files: [ %s ]
            evaluation_interval: 1m
            tests:
            """
                .formatted(rules));
    for (AlertCase alert : cases()) {
      text.append("  - interval: 1m\n    input_series:\n");
      for (Situation situation : Situation.values()) {
        text.append(new SimulatedMonitor(alert, situation).text());
      }
      text.append("    promql_expr_test:\n");
      expect(text, alert);
    }
    return text.toString();
  }

  private static List<AlertCase> cases() {
    return Boolean.getBoolean("thorough")
        ? AlertCases.ALL
        : AlertCases.ALL.stream().filter(alert -> AlertCases.ALL.indexOf(alert) % 11 == 0).toList();
  }

  /** Without the meanings of findings that do not occur: each takes its time. */
  private Path rules() throws IOException {
    Set<String> occurring = new TreeSet<>();
    for (Fault fault : Fault.values()) {
      occurring.add("kind: " + fault.kind() + ",");
    }
    String fewer =
        Files.readString(RULES)
            .lines()
            .filter(line ->
                !line.contains("record: 'goldenpath_findings:meaning'")
                    || occurring.stream().anyMatch(line::contains))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve("rules.yaml"), fewer);
  }

  private static void expect(StringBuilder text, AlertCase alert) {
    String late = "hourly|removed";
    expect(text, alert, Situation.BAD_AT - 1, late + "|gaps", List.of());
    if (alert.there().contains(Situation.BLIP)) {
      expect(text, alert, Situation.BAD_AT + alert.within(), late, alert.there());
    }
    List<Situation> lasting = alert.there().stream().filter(one -> one != Situation.BLIP).toList();
    String passing = late + "|blip";
    expect(text, alert, Situation.BAD_AT + alert.within(), passing + "|gaps", lasting);
    expect(text, alert, SETTLED, passing, lasting);
    for (int minutes : AROUND_THE_RESTART) {
      expect(text, alert, Situation.CHANGES_AT + minutes, passing, lasting);
    }
    expect(text, alert, END, "nothing", alert.atTheEnd());
    text.append(
        """
              - eval_time: %dm
                expr: group by (alertname) (ALERTS{alertstate="firing",cluster="lasting",namespace="%s",alertname!="%s"})
                exp_samples: [ %s ]
        """
            .formatted(
                SETTLED,
                alert.namespace(),
                alert.alert(),
                alert.beside().stream()
                    .map(other -> "{ labels: '{alertname=\"%s\"}', value: 1 }".formatted(other))
                    .collect(Collectors.joining(", "))));
  }

  private static void expect(
      StringBuilder text, AlertCase alert, int minute, String except, List<Situation> there) {
    text.append(
        """
              - eval_time: %dm
                expr: group by (cluster) (ALERTS{alertstate="firing",alertname="%s",severity="%s",namespace="%s",target=~"(shop.*)?",cluster!~"%s"})
                exp_samples: [ %s ]
        """
            .formatted(
                minute,
                alert.alert(),
                alert.severity(),
                alert.namespace(),
                except,
                there.stream()
                    .map(Situation::cluster)
                    .filter(cluster -> !List.of(except.split("\\|", -1)).contains(cluster))
                    .map(cluster -> "{ labels: '{cluster=\"%s\"}', value: 1 }".formatted(cluster))
                    .collect(Collectors.joining(", "))));
  }
}
