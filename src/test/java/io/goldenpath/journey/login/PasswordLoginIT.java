package io.goldenpath.journey.login;

import static io.goldenpath.model.finding.FindingKind.CONNECT_FAILED;
import static io.goldenpath.model.finding.FindingKind.DNS_FAILED;
import static io.goldenpath.model.finding.FindingKind.LOGIN_FAILED;
import static io.goldenpath.model.finding.FindingKind.LOGIN_REFUSED;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.FindingKind.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login by password can be answered with. */
class PasswordLoginIT {

  @AutoClose private PasswordLoginRunner login;

  @BeforeEach
  void start() throws Exception {
    login = new PasswordLoginRunner();
  }

  @ParameterizedTest
  @CsvSource({
    "400, LOGIN_REFUSED", "401, LOGIN_REFUSED", "403, LOGIN_REFUSED", "422, LOGIN_REFUSED",
    "404, LOGIN_FAILED", "405, LOGIN_FAILED", "429, LOGIN_FAILED", "500, LOGIN_FAILED",
    "502, LOGIN_FAILED", "503, LOGIN_FAILED"
  })
  void tellsANoFromABreakdown(int status, FindingKind kind) throws Exception {
    login.answers(FakePlatform.json(status, "{\"detail\":\"because\"}"));

    Run run = login.run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(kind);
    assertThat(YamlTargetRunner.messages(run)).contains("HTTP " + status).contains("because");
    assertThat(login.platform.count("GET /ws")).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void hearsThatItShouldComeBackLater(int status) throws Exception {
    login.answers(new MockResponse.Builder().code(status).addHeader("Retry-After", "17").build());

    Run run = login.run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(SHED);
    assertThat(YamlTargetRunner.messages(run)).contains("Retry-After 17");
  }

  @Test
  void hearsARefusalThatComesWith200() throws Exception {
    login.answers(FakePlatform.json(200, "{\"errors\":[{\"message\":\"bad credentials\"}]}"));

    Run run = login.run("refused: status == 401 || has(body.errors)");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(LOGIN_REFUSED);
    assertThat(YamlTargetRunner.messages(run)).contains("HTTP 200").contains("bad credentials");
  }

  @Test
  void takesOnlyTheRefusalsThatAreConfigured() throws Exception {
    login.answers(FakePlatform.json(403, "{}"));

    assertThat(YamlTargetRunner.kinds(login.run("refused: status == 401")))
        .containsExactly(LOGIN_FAILED);
  }

  @Test
  void missesATokenInAGoodReply() throws Exception {
    login.answers(FakePlatform.json(200, "{\"token\":\"here-is-something-secret\"}"));

    Run run = login.run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run))
        .contains("there is no token at /access_token")
        .doesNotContain("something");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":null}",
        "{\"access_token\":\"  \"}",
        "{\"access_token\":{}}",
        "[]",
        "7"
      })
  void takesNothingElseForAToken(String body) throws Exception {
    login.answers(FakePlatform.json(200, body));

    assertThat(YamlTargetRunner.kinds(login.run(""))).containsExactly(LOGIN_FAILED);
  }

  @Test
  void saysThatTheReplyIsAPage() throws Exception {
    login.answers(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html")
            .body("<!doctype html><title>Scheduled maintenance</title>")
            .build());

    Run run = login.run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run))
        .contains("not with JSON")
        .contains("Scheduled maintenance");
  }

  @Test
  void followsNoRedirectAndSaysWhereTo() throws Exception {
    login.answers(
        new MockResponse.Builder()
            .code(301)
            .addHeader("Location", "https://www.example.com/auth/login?ticket=s3cret")
            .build());

    Run run = login.run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run))
        .contains("HTTP 301 to https://www.example.com/auth/login")
        .doesNotContain("s3cret");
  }

  @Test
  void noticesALostReply() throws Exception {
    login.answers(
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket(true, true, true))
            .build());

    assertThat(YamlTargetRunner.kinds(login.run(""))).containsExactly(LOGIN_FAILED);
  }

  @Test
  void noticesAReplyThatIsTooLong() throws Exception {
    login.answers(new MockResponse.Builder().body("x".repeat(1_100_000)).build());

    Run run = login.run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run)).contains("more than 1048576 bytes");
  }

  @Test
  void waitsNoLongerThanItsLimit() throws Exception {
    login.answers(new MockResponse.Builder().headersDelay(9, TimeUnit.SECONDS).build());

    Run run = login.runner.run(login.target("").replace("login: 5s", "login: 300ms"));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(TIMED_OUT);
    assertThat(run.duration()).isLessThan(Duration.ofSeconds(7));
  }

  @Test
  void cannotConnect() throws Exception {
    String closed =
        PasswordLoginRunner.TARGET
            .replace("HTTP", "http://127.0.0.1:1")
            .replace("WS", login.platform.ws());
    String unknown =
        PasswordLoginRunner.TARGET
            .replace("HTTP", "http://nowhere.invalid")
            .replace("WS", login.platform.ws());

    assertThat(YamlTargetRunner.kinds(login.runner.run(closed.replace(", EXTRA", ""))))
        .containsExactly(CONNECT_FAILED);
    assertThat(YamlTargetRunner.kinds(login.runner.run(unknown.replace(", EXTRA", ""))))
        .containsExactly(DNS_FAILED);
  }

  @Test
  void escapesCredentialsInJson() throws Exception {
    Run run = login.run("");

    assertThat(run.findings()).isEmpty();
    assertThat(FakePlatform.body(login.platform.last("POST /auth/login")))
        .isEqualTo("{\"email\":\"probe-a@example.com\",\"password\":\"p\\\"4ss/wörd & more\"}");
  }

  @Test
  void sendsConfiguredHeadersAndNoneThatWouldSwitchAuthenticationOff() throws Exception {
    login.run("headers: { X-Tenant: acme, Content-Type: application/vnd.acme+json }");

    var headers = login.platform.last("POST /auth/login").getHeaders();
    assertThat(headers.get("X-Tenant")).isEqualTo("acme");
    assertThat(headers.values("Content-Type")).containsExactly("application/vnd.acme+json");
    assertThat(headers.names())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).matches(".*(test|e2e).*"));
  }
}
