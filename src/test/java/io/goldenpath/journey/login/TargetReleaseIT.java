package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run learns of its target's release, and what it does not hold against it. */
class TargetReleaseIT {

  private static final String HEALTH = "GET /health";
  private static final String ASKED = "release: { get: /health, at: /build/version }";
  private static final String NAMED = "release: { header: X-Version }";

  private FakePlatform platform;
  private YamlTargetRunner runner;

  @BeforeEach
  void start() throws Exception {
    platform = new FakePlatform();
    runner = new YamlTargetRunner();
  }

  @AfterEach
  void stop() {
    runner.close();
    platform.close();
  }

  @Test
  void asksOnceBesideEachRun() throws Exception {
    platform.on(HEALTH, _ -> FakePlatform.json(200, "{\"build\":{\"version\":\" 1.8.3 \"}}"));

    Run run = run(ASKED);

    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(run.releaseName()).contains("1.8.3");
    assertThat(platform.count(HEALTH)).isEqualTo(1);
    assertThat(platform.last(HEALTH).getHeaders().get("Authorization")).isNull();
  }

  @Test
  void takesANumberToo() throws Exception {
    platform.on(HEALTH, _ -> FakePlatform.json(200, "{\"build\":{\"version\":417}}"));

    assertThat(run(ASKED).releaseName()).contains("417");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"build\":{}}               | the answer to GET /health has no text at /build/version",
        "200 | {\"build\":{\"version\":{}}} | the answer to GET /health has no text at /build/version",
        "200 | <html>fine</html>            | the answer to GET /health is no JSON",
        "500 | {\"build\":{\"version\":1}}  | GET /health answered HTTP 500",
        "200 | {\"build\":{\"version\":\"a\\u0007b\"}} | expected 1 to 200 printable characters, but found others",
        "200 | {\"build\":{\"version\":\"\"}} | expected 1 to 200 printable characters, but found none"
      })
  void saysWhyItCannotBeReadAndBlamesNobody(int status, String body, String problem)
      throws Exception {
    platform.on(HEALTH, _ -> FakePlatform.json(status, body));

    Run run = run(ASKED);

    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(run.findings()).isEmpty();
    assertThat(run.release()).isEqualTo(SeenRelease.unread(problem));
  }

  @Test
  void readsNoEndlessAnswer() throws Exception {
    platform.on(HEALTH, _ -> FakePlatform.json(200, "{\"a\":\"" + "x".repeat(2 << 20) + "\"}"));

    Run run = run(ASKED);

    assertThat(run.findings()).isEmpty();
    assertThat(problem(run)).contains("answered with more than");
  }

  @Test
  @Timeout(30)
  void waitsForASilentServerOnlySoLong() throws Exception {
    platform.on(
        HEALTH,
        _ -> new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES).code(200).build());

    Run run = run(ASKED);

    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(problem(run)).contains("in time");
  }

  @Test
  void isKnownOfARunThatFails() throws Exception {
    platform
        .on(HEALTH, _ -> FakePlatform.json(200, "{\"build\":{\"version\":\"1.8.3\"}}"))
        .on("POST /auth/login", _ -> FakePlatform.json(500, "{}"));

    Run run = run(ASKED);

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.LOGIN_FAILED);
    assertThat(run.releaseName()).contains("1.8.3");
  }

  @Test
  void showsNoSecret() throws Exception {
    platform.on(
        HEALTH,
        _ -> FakePlatform.json(200, "{\"build\":{\"version\":\"1 p\\\"4ss/wörd & more\"}}"));

    assertThat(run(ASKED).releaseName()).contains("1 ***");
  }

  @Test
  void readsTheHeaderOfTheLogin() throws Exception {
    platform.on("POST /auth/login", versioned(platform.logins::login, "1.8.3"));

    assertThat(run(NAMED).releaseName()).contains("1.8.3");
  }

  @Test
  void believesTheUpgradeRatherThanTheLogin() throws Exception {
    platform
        .on("POST /auth/login", versioned(platform.logins::login, "1.8.3"))
        .on("GET /ws", versioned(platform::socket, "1.8.4"));

    assertThat(run(NAMED).releaseName()).contains("1.8.4");
  }

  @Test
  void readsTheUpgradeAloneWhereTheLoginIsReused() throws Exception {
    platform.on("POST /auth/login", versioned(platform.logins::login, "1.8.3"));
    run(NAMED);
    platform.on("GET /ws", versioned(platform::socket, "1.8.4"));

    assertThat(run(NAMED).releaseName()).contains("1.8.4");
    assertThat(platform.count("POST /auth/login")).isEqualTo(1);
  }

  @Test
  void readsTheHeaderOfARefusedUpgradeToo() throws Exception {
    platform.on("GET /ws", versioned(_ -> FakePlatform.json(500, "{}"), "1.8.4"));

    Run run = run(NAMED);

    assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(run.releaseName()).contains("1.8.4");
  }

  @Test
  void saysThatNoReplyHasTheHeader() throws Exception {
    Run run = run(NAMED);

    assertThat(run.findings()).isEmpty();
    assertThat(run.release())
        .isEqualTo(SeenRelease.unread("no reply of login or upgrade has a header X-Version"));
  }

  @Test
  void isUnknownWithoutASource() throws Exception {
    assertThat(run("").release()).isNull();
  }

  private static String problem(Run run) {
    return Optional.ofNullable(run.release()).map(SeenRelease::problem).orElse("");
  }

  private Run run(String release) throws InterruptedException {
    return runner.run(
        """
        login: { type: password, url: %s/auth/login }
        socket: { url: %s }
        users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
        limits: { login: 10s, close: 300ms }
        listen: 20ms
        %s
        """
            .formatted(platform.http(), platform.ws(), release));
  }

  private static Function<RecordedRequest, MockResponse> versioned(
      Function<RecordedRequest, MockResponse> reply, String version) {
    return request -> reply.apply(request).newBuilder().addHeader("X-Version", version).build();
  }
}
