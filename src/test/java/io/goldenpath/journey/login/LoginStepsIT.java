package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins of several steps. */
class LoginStepsIT {

  private static final String FORM =
      """
      login:
        type: steps
        url: HTTP
        steps:
          - { get: /login, capture: { csrf: 'regex:name="_csrf" value="([^"]+)"' } }
          - post: /login
            form: { username: "{email}", password: "{password}", _csrf: "{csrf}" }
            ok: status == 302 && !location.endsWith('error')
      socket: { url: WS, token-in: cookie }
      users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
      listen: 20ms
      """;

  private static final String CODE_FLOW =
      """
      login:
        type: steps
        url: HTTP
        subject-at: /user/id
        steps:
          - { get: /login, capture: { csrf: 'regex:value="([^"]+)"' } }
          - post: /login
            form: { username: "{email}", password: "{password}", _csrf: "{csrf}" }
            capture: { code: "header:Location regex:code=([^&]+)" }
          - post: HTTP/auth/token
            json: { grant: code, code: "{code}" }
            headers: { X-CSRF: "{cookie:XSRF-TOKEN}" }
            capture: { token: /data/access_token }
      socket: { url: WS }
      users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
      listen: 20ms
      """;

  private FakePlatform platform;
  private YamlTargetRunner runner;

  @BeforeEach
  void start() throws Exception {
    platform = new FakePlatform();
    runner = new YamlTargetRunner();
    platform.on("POST /auth/token", this::token);
  }

  @AfterEach
  void stop() {
    runner.close();
    platform.close();
  }

  @Test
  void logsInByAFormAndKeepsItsCookies() throws Exception {
    Run run = runner.run(written(FORM));

    assertThat(run.findings()).isEmpty();
    assertThat(platform.last("GET /ws").getHeaders().get("Cookie"))
        .contains("SESSION=s-0-abcdefghijkl")
        .contains("XSRF-TOKEN=x-987654");
  }

  @Test
  void reusesTheCookiesOfAnEarlierLogin() throws Exception {
    runner.run(written(FORM));
    Run second = runner.run(written(FORM));

    assertThat(second.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(platform.count("POST /login")).isEqualTo(1);
  }

  @Test
  void logsInAnewInTheSameRunWhenTheSessionIsGone() throws Exception {
    runner.run(written(FORM));
    platform.logins.sessions.clear();
    Run second = runner.run(written(FORM));

    assertThat(second.findings()).isEmpty();
    assertThat(second.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(platform.count("POST /login")).isEqualTo(2);
  }

  @Test
  void hearsTheNoOfAForm() throws Exception {
    Run run = runner.run(written(FORM).replace("wörd", "word"));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.LOGIN_REFUSED);
    assertThat(YamlTargetRunner.messages(run))
        .isEqualTo(
            "The login's call POST /login answered HTTP 302 to /login, which is not what was"
                + " expected: status == 302 && !location.endsWith('error')");
  }

  @Test
  void walksACodeFlowOfThreeRequests() throws Exception {
    Run run = runner.run(written(CODE_FLOW));

    assertThat(run.findings()).isEmpty();
    RecordedRequest exchange = platform.last("POST /auth/token");
    assertThat(FakePlatform.body(exchange))
        .isEqualTo("{\"grant\":\"code\",\"code\":\"code-4711-secret\"}");
    assertThat(exchange.getHeaders().get("X-CSRF")).isEqualTo("x-987654");
    assertThat(exchange.getHeaders().get("Cookie")).contains("SESSION=");
  }

  @Test
  void namesTheStepThatBroke() throws Exception {
    platform.on("POST /auth/token", _ -> FakePlatform.json(500, "{\"detail\":\"no database\"}"));

    Run run = runner.run(written(CODE_FLOW));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run))
        .isEqualTo(
            "The login's call POST /auth/token broke with HTTP 500: {\"detail\":\"no database\"}");
  }

  @Test
  void namesTheCaptureThatIsMissing() throws Exception {
    platform.on("GET /login", _ -> new MockResponse.Builder().body("<p>no form</p>").build());

    Run run = runner.run(written(CODE_FLOW));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run))
        .contains("GET /login")
        .contains("there is no csrf at regex:");
    assertThat(platform.count("POST /login")).isZero();
  }

  private MockResponse token(RecordedRequest request) {
    boolean right = FakePlatform.body(request).contains("code-4711-secret");
    return right
        ? FakePlatform.json(
            200,
            "{\"data\":{\"access_token\":\"%s\"},\"user\":{\"id\":\"user-1\"}}"
                .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofMinutes(5))))
        : FakePlatform.json(400, "{}");
  }

  private String written(String target) {
    return target.replace("HTTP", platform.http()).replace("WS", platform.ws());
  }
}
