package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alert rules: which fire when, what they say, and where they send a woken person. */
class AlertRulesTests {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Path TESTS = Path.of("src/test/promtool");
  private static final Path RUNBOOKS = Path.of("docs/runbooks");
  private static final String SERVED_AT = "http://localhost:8080/runbooks/";

  @TempDir private Path folder;

  @Test
  void holdWhatPrometheusAccepts() throws IOException, InterruptedException {
    String printed = promtool("check", "rules", "--lint=all", "--lint-fatal", rules());

    assertThat(printed).contains("SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alert-times.yaml", "alert-texts.yaml"})
  void fireAndSayWhatIsExpected(String file) throws IOException, InterruptedException {
    String printed = promtool("test", "rules", TESTS.resolve(file).toString());

    assertThat(printed).contains("SUCCESS");
  }

  @Test
  void haveEveryWordTested() throws IOException {
    String texts = Files.readString(TESTS.resolve("alert-texts.yaml"));
    String times = Files.readString(TESTS.resolve("alert-times.yaml"));

    assertThat(AlertRules.read().alerts())
        .allSatisfy(alert -> {
          assertThat(texts).contains("alertname: " + alert.alert());
          assertThat(times).contains("alertname=\"" + alert.alert() + "\"");
        });
  }

  @Test
  void wakeOrWaitAndNothingElse() throws IOException {
    assertThat(AlertRules.read().alerts())
        .allSatisfy(alert -> assertThat(alert.labels().severity()).isIn("critical", "warning"));
  }

  @Test
  void fitTheirSummaryOnAPager() throws IOException {
    assertThat(AlertRules.read().alerts())
        .allSatisfy(alert ->
            assertThat(alert.annotations().summary()).doesNotContain("\n").hasSizeLessThan(160));
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
