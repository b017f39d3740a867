package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.CauseClass;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The alert rules: which fire when, what they say, and where they send a woken person. */
class AlertRulesTests {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Path TESTS = Path.of("src/test/promtool");
  private static final Path RUNBOOKS = Path.of("docs/runbooks");
  private static final String SERVED_AT = "http://localhost:8080/runbooks/";

  /** Only what the users of the golden path lose wakes somebody. */
  private static final String BY_JOURNEY =
      "{{ if eq $labels.journey \"golden-path\" }}critical{{ else }}warning{{ end }}";

  @TempDir private Path folder;

  @Test
  void holdWhatPrometheusAccepts() throws IOException, InterruptedException {
    String printed = promtool("check", "rules", "--lint=all", "--lint-fatal", rules());

    assertThat(printed).contains("SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alert-times.yaml", "alert-texts.yaml", "budget-hours.yaml", "budget-days.yaml"})
  void fireAndSayWhatIsExpected(String file) throws IOException, InterruptedException {
    String printed = promtool("test", "rules", TESTS.resolve(file).toString());

    assertThat(printed).contains("SUCCESS");
  }

  @Test
  @EnabledIfSystemProperty(named = "thorough", matches = "true")
  void fireAsExpectedOverHours() throws IOException, InterruptedException {
    String printed = promtool("test", "rules", TESTS.resolve("alert-hours.yaml").toString());

    assertThat(printed).contains("SUCCESS");
  }

  @Test
  void haveEveryWordTested() throws IOException {
    String texts = Files.readString(TESTS.resolve("alert-texts.yaml"));

    assertThat(AlertRules.read().alerts())
        .allSatisfy(alert -> assertThat(texts).contains("alertname: " + alert.alert()));
  }

  @Test
  void wakeOrWaitAndNothingElse() throws IOException {
    assertThat(AlertRules.read().alerts())
        .allSatisfy(
            alert -> assertThat(alert.labels().severity()).isIn("critical", "warning", BY_JOURNEY));
  }

  @Test
  void areQuietInMaintenanceUnlessWhatTheyTellIsCriticalOrTheMonitors() throws IOException {
    Set<String> told =
        Set.of(
            "GoldenPathLeak",
            "GoldenPathIntruderAccepted",
            "GoldenPathCriticalFinding",
            "GoldenPathMonitorDuplicate");

    assertThat(AlertRules.read().alerts().filter(alert -> alert.expr().contains("target")))
        .hasSizeGreaterThan(15)
        .allSatisfy(alert ->
            assertThat(
                    Stream.of("goldenpath_maintenance", "quiet", "goldenpath_probe:failures")
                        .anyMatch(alert.expr()::contains))
                .as(alert.alert())
                .isNotEqualTo(told.contains(alert.alert())));
  }

  @Test
  void fitTheirSummaryOnAPager() throws IOException {
    List<String> summaries =
        new YAMLMapper()
            .readTree(TESTS.resolve("alert-texts.yaml").toFile())
            .findValuesAsString("summary");

    assertThat(summaries)
        .hasSizeGreaterThan(20)
        .allSatisfy(summary -> assertThat(summary).doesNotContain("\n").hasSizeLessThan(130));
  }

  @Test
  void knowWhatEachKindOfFindingMeans() throws IOException {
    assertThat(
            AlertRules.read()
                .recorded("goldenpath_findings:meaning")
                .map(AlertRules.RecordedSeries::labels)
                .map(labels -> Objects.requireNonNull(labels).get("kind")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FindingKind.values())
                .filter(kind -> kind != FindingKind.MONITOR_FAULT)
                .map(FindingKind::label)
                .toList());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MONITOR_FAULT")
  void putEachFindingIntoTheClassOfItsCause(FindingKind kind) throws IOException {
    FindingClasses classes = FindingClasses.of(AlertRules.read());

    for (Step step : kind.steps()) {
      for (Severity severity : List.of(Severity.WARNING, Severity.ERROR, Severity.CRITICAL)) {
        Finding finding =
            Finding.of(kind, step, 1, "", new Evidence("", "", Duration.ZERO, List.of()))
                .withSeverity(severity);
        assertThat(classes.of(finding))
            .as("%s in %s as %s", kind, step, severity)
            .isEqualTo(CauseClass.of(finding).orElseThrow().label());
      }
    }
  }

  @Test
  void openARunbookEachAndLeaveNoneAlone() throws IOException {
    Set<String> named =
        AlertRules.read()
            .alerts()
            .map(alert -> alert.annotations().runbook())
            .collect(Collectors.toSet());
    Set<String> written;
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      written = files.map(file -> SERVED_AT + file.getFileName()).collect(Collectors.toSet());
    }

    assertThat(named).isEqualTo(written);
  }

  @Test
  void beginEachRunbookWithTheAlertsName() throws IOException {
    List<AlertRules.Alert> alerts = AlertRules.read().alerts().toList();

    for (AlertRules.Alert alert : alerts) {
      Path runbook = RUNBOOKS.resolve(alert.annotations().runbook().substring(SERVED_AT.length()));
      assertThat(runbook).content().startsWith("# " + alert.alert() + "\n").contains("## First");
    }
  }

  private String promtool(String... arguments) throws IOException, InterruptedException {
    return ExternalProgram.named("promtool").run(folder.resolve("promtool.log"), LIMIT, arguments);
  }

  private static String rules() {
    return AlertRules.FILE.toString();
  }
}
