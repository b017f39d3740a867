package io.goldenpath.cli;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.RunJson;
import io.goldenpath.history.RunJsonModule;
import io.goldenpath.history.RunSummaryJson;
import io.goldenpath.model.run.SampleRuns;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Commands that ask a running monitor for the runs that it has kept. */
class KeptRunCommandsTests {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new RunJsonModule()).build();

  private final CommandLineFixture commands = new CommandLineFixture();
  private final MockWebServer monitor = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    monitor.start();
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  @Test
  void listsRunsWithWhatBroke() throws InterruptedException {
    answer(
        Map.of(
            "runs",
            List.of(
                RunSummaryJson.inFlight(SampleRuns.runInfo(probe("good"), "f", NOON)),
                RunSummaryJson.of(SampleRuns.missing(probe("bad"), "b", NOON)))));

    assertThat(commands.execute("runs", "--target", "a b", "--limit=2", "--url", url()))
        .as(commands.err())
        .isEqualTo(ExitCode.OK);
    assertThat(monitor.takeRequest().getTarget()).isEqualTo("/api/runs?target=a+b&limit=2");
    assertThat(commands.out().lines().toList())
        .satisfiesExactly(
            line ->
                assertThat(line).matches("f +2026-11-24T12:00:00Z  in flight +good/golden-path"),
            line ->
                assertThat(line)
                    .matches("b +2026-11-24T12:00:00Z  failed +1.84 s  bad/golden-path"),
            line -> assertThat(line).startsWith("               missing_event in events: "));
  }

  @Test
  void asksWhereTheSettingsSayAndWithTheTokenOfTheEnvironment() throws InterruptedException {
    commands.variables.put("GOLDENPATH_TOKEN", "s3cret");
    answer(Map.of("runs", List.of()));

    assertThat(commands.execute("runs", "--own.url=" + url())).isEqualTo(ExitCode.OK);
    assertThat(monitor.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer s3cret");
    assertThat(commands.out()).isEqualToNormalizingNewlines("No such run is kept.\n");
  }

  @Test
  void showsARunAsItIsKept() {
    answer(RunJson.of(SampleRuns.missing(probe("bad"), "b", NOON)));

    assertThat(commands.execute("show", "b", "--frames", "--url", url())).isEqualTo(ExitCode.OK);
    assertThat(commands.out())
        .contains(
            "bad/golden-path  FAILED in 1.84 s  (run b)",
            "started 2026-11-24T12:00:00Z, in local, trigger schedule",
            "  ● login                  41 ms  ━",
            "  ✗ events ",
            "    agent_started        +311 ms",
            "  ✗ missing_event in events: ",
            "      expected  ",
            "Frames of user 1");
    assertThat(commands.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void printsARunAsTheApiGivesIt() {
    answer(RunJson.of(SampleRuns.passed(probe("good"), "g", NOON)));

    commands.execute("show", "g", "--json", "--url", url());

    assertThat(JsonMapper.shared().readTree(commands.out()).path("id").asString()).isEqualTo("g");
  }

  @Test
  void comparesWithARunOfBefore() {
    answer(RunJson.of(SampleRuns.late(probe("bad"), "then", NOON)));

    assertThat(commands.check("bad", "--compare", "then", "--url", url()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(commands.out())
        .contains(
            "bad/golden-path compared with run then of 2026-11-24T12:00:00Z, which degraded",
            "  login             41 ms      41 ms        +0 ms",
            "  first event      311 ms     311 ms        +0 ms",
            "new   missing_event in events",
            "gone  late_event in events");
  }

  @Test
  void refusesToCompareWithAnotherProbeBeforeAnythingRuns() {
    answer(RunJson.of(SampleRuns.passed(probe("good"), "g", NOON)));

    assertThat(commands.check("bad", "--compare", "g", "--url", url())).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains("run g is of good/golden-path, which is not among those");
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void saysWhatTheMonitorAnswers() {
    monitor.enqueue(
        new MockResponse.Builder()
            .code(404)
            .body("{\"detail\":\"Run not found; see goldenpath.history\"}")
            .build());

    assertThat(commands.execute("show", "x", "--url", url())).isEqualTo(ExitCode.FAILED);
    assertThat(commands.err()).contains("answers 404: Run not found; see goldenpath.history");
  }

  @Test
  void asksForATokenWhereOneIsNeeded() {
    monitor.enqueue(new MockResponse.Builder().code(401).build());

    assertThat(commands.execute("runs", "--url", url())).isEqualTo(ExitCode.FAILED);
    assertThat(commands.err()).contains("set GOLDENPATH_TOKEN to its goldenpath.access.token");
  }

  @Test
  void saysThatTheServiceMustRun() {
    String url = url();
    monitor.close();

    assertThat(commands.execute("runs", "--url", url)).isEqualTo(ExitCode.FAILED);
    assertThat(commands.check("good", "--compare", "x", "--url", url)).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err())
        .contains(
            "No monitor answers at " + url,
            "kept runs are asked of the running service",
            "--compare: No monitor answers");
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void isNotMisledByAnotherServer() {
    monitor.enqueue(new MockResponse.Builder().body("<html>hello</html>").build());

    assertThat(commands.execute("runs", "--url", url())).isEqualTo(ExitCode.FAILED);
    assertThat(commands.err()).contains("something else than JSON; is that a monitor?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runs --outcome fialed|There is no outcome 'fialed'; known: passed",
        "runs --journey golden|There is no journey 'golden'; known: golden-path",
        "runs --limit 501|--limit must be from 1 to 500, but is 501",
        "runs --url ftp://x|is no address such as http://localhost:8080",
        "show|Missing required parameter",
        "show a b|is no option of show"
      })
  void refusesWrongArguments(String arguments, String complaint) {
    assertThat(commands.execute(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains(complaint);
  }

  @Test
  void completesInAShell() {
    assertThat(commands.execute("generate-completion")).isEqualTo(ExitCode.OK);
    assertThat(commands.out())
        .contains("complete -F _complete_golden-path", "--junit", "--explain", "runs");
  }

  private void answer(Object body) {
    monitor.enqueue(new MockResponse.Builder().body(JSON.writeValueAsString(body)).build());
  }

  private String url() {
    return monitor.url("/").toString().replaceFirst("/$", "");
  }
}
