package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests before and after a run. */
class RunHooksIT {

  private static final String PREPARED =
      """
      login: { type: password, url: HTTP/auth/login }
      prepare:
        - { post: /api/runs, json: { user: "{subject}" }, capture: { run: /data/run_id, ticket: /data/ticket } }
      cleanup:
        - { delete: "/api/runs/{run}" }
      socket: { url: "WS?run={run}&ticket={ticket}" }
      users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
      limits: { login: 2s, close: 300ms }
      listen: 20ms
      """;

  private FakePlatform platform;
  private YamlTargetRunner runner;

  @BeforeEach
  void start() throws Exception {
    platform = new FakePlatform();
    runner = new YamlTargetRunner();
    platform
        .on(
            "POST /api/runs",
            _ -> FakePlatform.json(201, "{\"data\":{\"run_id\":\"a/b c\",\"ticket\":\"t&1\"}}"))
        .on("DELETE /api/runs/a%2Fb%20c", _ -> new MockResponse.Builder().code(204).build());
  }

  @AfterEach
  void stop() {
    runner.close();
    platform.close();
  }

  @Test
  void preparesARunAndClearsItAway() throws Exception {
    Run run = runner.run(written(PREPARED));

    assertThat(run.findings()).isEmpty();
    RecordedRequest prepared = platform.last("POST /api/runs");
    assertThat(prepared.getHeaders().get("Authorization")).startsWith("Bearer eyJ");
    assertThat(FakePlatform.body(prepared)).isEqualTo("{\"user\":\"user-1\"}");
    assertThat(platform.last("GET /ws").getTarget()).isEqualTo("/ws?run=a%2Fb%20c&ticket=t%261");
    assertThat(platform.last("DELETE /api/runs/a%2Fb%20c").getHeaders().get("Authorization"))
        .startsWith("Bearer eyJ");
  }

  @Test
  void preparesEveryRunAnew() throws Exception {
    runner.run(written(PREPARED));
    runner.run(written(PREPARED));

    assertThat(platform.count("POST /auth/login")).isEqualTo(1);
    assertThat(platform.count("POST /api/runs")).isEqualTo(2);
  }

  @Test
  void clearsAwayAfterAFailedRun() throws Exception {
    platform.on("GET /ws", _ -> FakePlatform.json(500, "{}"));

    Run run = runner.run(written(PREPARED));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.UPGRADE_REFUSED);
    assertThat(platform.count("DELETE /api/runs/a%2Fb%20c")).isEqualTo(1);
  }

  @Test
  void countsThePreparationAsPartOfTheLogin() throws Exception {
    platform.on(
        "POST /api/runs",
        _ ->
            new MockResponse.Builder()
                .body("{\"data\":{\"run_id\":\"a/b c\",\"ticket\":\"t\"}}")
                .headersDelay(300, TimeUnit.MILLISECONDS)
                .build());

    Run run = runner.run(written(PREPARED));

    assertThat(run.users().getFirst().step(Step.LOGIN).map(StepResult::duration))
        .hasValueSatisfying(taken -> assertThat(taken).isGreaterThan(Duration.ofMillis(290)));
  }

  @ParameterizedTest
  @CsvSource({"401, LOGIN_REFUSED", "500, LOGIN_FAILED"})
  void failsInTheLoginWhereThePreparationDoes(int status, FindingKind kind) throws Exception {
    platform.on("POST /api/runs", _ -> FakePlatform.json(status, "{\"detail\":\"no\"}"));

    Run run = runner.run(written(PREPARED));

    assertThat(YamlTargetRunner.kinds(run)).contains(kind);
    assertThat(YamlTargetRunner.messages(run)).contains("Preparing the run (POST /api/runs)");
    assertThat(platform.count("GET /ws")).isZero();
  }

  @Test
  void logsInAnewAfterThePreparationWasRefused() throws Exception {
    platform.on("POST /api/runs", _ -> FakePlatform.json(401, "{}"));
    runner.run(written(PREPARED));
    runner.run(written(PREPARED));

    assertThat(platform.count("POST /auth/login")).isEqualTo(2);
  }

  @Test
  void makesAFootnoteOfAFailedCleanup() throws Exception {
    platform.on("DELETE /api/runs/a%2Fb%20c", _ -> FakePlatform.json(500, "{}"));

    Run run = runner.run(written(PREPARED));

    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    Finding footnote = run.findings().getFirst();
    assertThat(footnote.severity()).isEqualTo(Severity.INFO);
    assertThat(footnote.step()).isEqualTo(Step.CLOSE);
    assertThat(footnote.message())
        .startsWith("Cleaning up after the run (DELETE /api/runs/{run}) broke with HTTP 500");
  }

  @Test
  void waitsForACleanupNoLongerThanForAClose() throws Exception {
    platform.on(
        "DELETE /api/runs/a%2Fb%20c",
        _ -> new MockResponse.Builder().headersDelay(9, TimeUnit.SECONDS).build());

    Run run = runner.run(written(PREPARED));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.TIMED_OUT);
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(run.duration()).isLessThan(Duration.ofSeconds(7));
  }

  @Test
  void takesTheWholeAddressFromAReply() throws Exception {
    platform.on(
        "POST /api/runs",
        _ -> FakePlatform.json(200, "{\"address\":\"" + platform.ws() + "?token=\"}"));
    String target =
        written(PREPARED)
            .replaceAll("capture: \\{ run.*", "capture: { address: /address } }")
            .replaceAll("cleanup:\n.*\n", "")
            .replaceAll("socket: .*", "socket: { url: '{address}{token}', token-in: none }");

    assertThat(runner.run(target).findings()).isEmpty();
  }

  @Test
  void saysThatACapturedAddressIsNone() throws Exception {
    platform.on("POST /api/runs", _ -> FakePlatform.json(200, "{\"address\":\"https://x\"}"));
    String target =
        written(PREPARED)
            .replaceAll("capture: \\{ run.*", "capture: { address: /address } }")
            .replaceAll("cleanup:\n.*\n", "")
            .replaceAll("socket: .*", "socket: { url: '{address}' }");

    Run run = runner.run(target);

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run)).contains("makes no address");
  }

  @Test
  void showsThePreparedRunButNotItsTicket() throws Exception {
    platform.on("GET /ws", _ -> FakePlatform.json(500, "run a/b c, ticket t&1 of t&amp;1"));

    List<Finding> findings = runner.run(written(PREPARED)).findings();

    assertThat(findings.getFirst().message()).contains("run a/b c, ticket *** of ***");
  }

  private String written(String target) {
    return target.replace("HTTP", platform.http()).replace("WS", platform.ws());
  }
}
