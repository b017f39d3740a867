package io.goldenpath.journey.login;

import static io.goldenpath.model.finding.FindingKind.CONNECT_FAILED;
import static io.goldenpath.model.finding.FindingKind.DNS_FAILED;
import static io.goldenpath.model.finding.FindingKind.LOGIN_FAILED;
import static io.goldenpath.model.finding.FindingKind.LOGIN_REFUSED;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.FindingKind.TIMED_OUT;
import static io.goldenpath.model.finding.FindingKind.TOKEN_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one login by password can be answered with. */
class PasswordLoginIT {

  private static final String TARGET =
      """
      login: { type: password, url: HTTP/auth/login, EXTRA }
      socket: { url: WS }
      users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
      limits: { login: 5s, welcome: 5s }
      listen: 20ms
      """;

  private FakePlatform platform;
  private YamlTargetRunner runner;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

  @BeforeEach
  void start() throws Exception {
    platform = new FakePlatform();
    runner = new YamlTargetRunner(now::get);
  }

  @AfterEach
  void stop() {
    runner.close();
    platform.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, LOGIN_REFUSED", "401, LOGIN_REFUSED", "403, LOGIN_REFUSED", "422, LOGIN_REFUSED",
    "404, LOGIN_FAILED", "405, LOGIN_FAILED", "429, LOGIN_FAILED", "500, LOGIN_FAILED",
    "502, LOGIN_FAILED", "503, LOGIN_FAILED"
  })
  void tellsANoFromABreakdown(int status, FindingKind kind) throws Exception {
    answers(FakePlatform.json(status, "{\"detail\":\"because\"}"));

    Run run = run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(kind);
    assertThat(YamlTargetRunner.messages(run)).contains("HTTP " + status).contains("because");
    assertThat(platform.count("GET /ws")).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void hearsThatItShouldComeBackLater(int status) throws Exception {
    answers(new MockResponse.Builder().code(status).addHeader("Retry-After", "17").build());

    Run run = run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(SHED);
    assertThat(YamlTargetRunner.messages(run)).contains("Retry-After 17");
  }

  @Test
  void hearsARefusalThatComesWith200() throws Exception {
    answers(FakePlatform.json(200, "{\"errors\":[{\"message\":\"bad credentials\"}]}"));

    Run run = run("refused: status == 401 || has(body.errors)");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(LOGIN_REFUSED);
    assertThat(YamlTargetRunner.messages(run)).contains("HTTP 200").contains("bad credentials");
  }

  @Test
  void takesOnlyTheRefusalsThatAreConfigured() throws Exception {
    answers(FakePlatform.json(403, "{}"));

    assertThat(YamlTargetRunner.kinds(run("refused: status == 401"))).containsExactly(LOGIN_FAILED);
  }

  @Test
  void missesATokenInAGoodReply() throws Exception {
    answers(FakePlatform.json(200, "{\"token\":\"here-is-something-secret\"}"));

    Run run = run("");

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
    answers(FakePlatform.json(200, body));

    assertThat(YamlTargetRunner.kinds(run(""))).containsExactly(LOGIN_FAILED);
  }

  @Test
  void saysThatTheReplyIsAPage() throws Exception {
    answers(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html")
            .body("<!doctype html><title>Scheduled maintenance</title>")
            .build());

    Run run = run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run))
        .contains("not with JSON")
        .contains("Scheduled maintenance");
  }

  @Test
  void followsNoRedirectAndSaysWhereTo() throws Exception {
    answers(
        new MockResponse.Builder()
            .code(301)
            .addHeader("Location", "https://www.example.com/auth/login?ticket=s3cret")
            .build());

    Run run = run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run))
        .contains("HTTP 301 to https://www.example.com/auth/login")
        .doesNotContain("s3cret");
  }

  @Test
  void noticesALostReply() throws Exception {
    answers(
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket(true, true, true))
            .build());

    assertThat(YamlTargetRunner.kinds(run(""))).containsExactly(LOGIN_FAILED);
  }

  @Test
  void noticesAReplyThatIsTooLong() throws Exception {
    answers(new MockResponse.Builder().body("x".repeat(1_100_000)).build());

    Run run = run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run)).contains("more than 1048576 bytes");
  }

  @Test
  void waitsNoLongerThanItsLimit() throws Exception {
    answers(new MockResponse.Builder().headersDelay(9, TimeUnit.SECONDS).build());

    Run run = runner.run(target("").replace("login: 5s", "login: 300ms"));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(TIMED_OUT);
    assertThat(run.duration()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void cannotConnect() throws Exception {
    String closed = TARGET.replace("HTTP", "http://127.0.0.1:1").replace("WS", platform.ws());
    String unknown = TARGET.replace("HTTP", "http://nowhere.invalid").replace("WS", platform.ws());

    assertThat(YamlTargetRunner.kinds(runner.run(closed.replace(", EXTRA", ""))))
        .containsExactly(CONNECT_FAILED);
    assertThat(YamlTargetRunner.kinds(runner.run(unknown.replace(", EXTRA", ""))))
        .containsExactly(DNS_FAILED);
  }

  @Test
  void escapesCredentialsInJson() throws Exception {
    Run run = run("");

    assertThat(run.findings()).isEmpty();
    assertThat(FakePlatform.body(platform.last("POST /auth/login")))
        .isEqualTo("{\"email\":\"probe-a@example.com\",\"password\":\"p\\\"4ss/wörd & more\"}");
  }

  @Test
  void sendsConfiguredHeadersAndNoneThatWouldSwitchAuthenticationOff() throws Exception {
    run("headers: { X-Tenant: acme, Content-Type: application/vnd.acme+json }");

    var headers = platform.last("POST /auth/login").getHeaders();
    assertThat(headers.get("X-Tenant")).isEqualTo("acme");
    assertThat(headers.values("Content-Type")).containsExactly("application/vnd.acme+json");
    assertThat(headers.names())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).matches(".*(test|e2e).*"));
  }

  @Test
  void reusesATokenUntilShortlyBeforeItsEnd() throws Exception {
    run("");
    run("");
    assertThat(platform.count("POST /auth/login")).isEqualTo(1);

    now.set(now.get().plus(Duration.ofMinutes(14).plusSeconds(31)));
    run("");

    assertThat(platform.count("POST /auth/login")).isEqualTo(2);
  }

  @Test
  void believesTheTokenAndNotExpiresIn() throws Exception {
    answers(
        FakePlatform.json(
            200,
            "{\"access_token\":\"%s\",\"expires_in\":86400}"
                .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofMinutes(2)))));
    String lying = "expires-at: /expires_in";

    Run run = run(lying);
    now.set(now.get().plusSeconds(119));
    run(lying);

    assertThat(run.users().getFirst().expiry().token())
        .isBetween(now.get().minusSeconds(30), now.get().plusSeconds(30));
    assertThat(platform.count("POST /auth/login")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"600, 600", "'\"600\"', 600", "3600.5, 3600"})
  void asksTheReplyForTheLifeOfAnOpaqueToken(String told, long seconds) throws Exception {
    answers(FakePlatform.json(200, "{\"access_token\":\"opaque-token\",\"life\":" + told + "}"));

    Run run = run("expires-at: /life");

    assertThat(run.users().getFirst().expiry().token())
        .isBetween(now.get().plusSeconds(seconds - 1), now.get().plusSeconds(seconds + 1));
  }

  @Test
  void readsDatesAsTheEndOfAnOpaqueToken() throws Exception {
    Instant end = Instant.parse("2099-01-02T03:04:05Z");
    for (String told :
        new String[] {
          "\"2099-01-02T03:04:05Z\"",
          "\"2099-01-02T04:04:05+01:00\"",
          Long.toString(end.getEpochSecond()),
          Long.toString(end.toEpochMilli())
        }) {
      answers(FakePlatform.json(200, "{\"access_token\":\"opaque-token\",\"end\":" + told + "}"));
      Run run = runAlone("expires-at: /end");
      assertThat(run.users().getFirst().expiry().token()).isEqualTo(end);
    }
  }

  @Test
  void missesTheLifeThatShouldBeTold() throws Exception {
    answers(FakePlatform.json(200, "{\"access_token\":\"opaque-token\"}"));

    Run run = run("expires-at: /life");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run)).contains("/life");
  }

  @Test
  void refusesATokenOfAnotherUser() throws Exception {
    answers(
        FakePlatform.json(
            200,
            "{\"access_token\":\"%s\",\"user\":{\"id\":\"user-2\"}}"
                .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofMinutes(2)))));

    Run run = run("subject-at: /user/id");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(TOKEN_INVALID);
    assertThat(YamlTargetRunner.messages(run)).contains("another user");
    assertThat(platform.count("GET /ws")).isZero();
  }

  @Test
  void findsTheUserInAnyClaim() throws Exception {
    String token =
        JwtMaker.sign(
            FakePlatform.KEY,
            new JWTClaimsSet.Builder()
                .subject(FakePlatform.USER)
                .claim("uid", 42)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build());
    answers(FakePlatform.json(200, "{\"access_token\":\"" + token + "\",\"user\":{\"id\":42}}"));

    assertThat(YamlTargetRunner.kinds(run("subject-at: /user/id, subject-claim: uid")))
        .doesNotContain(TOKEN_INVALID);
  }

  @Test
  void refusesATokenThatHasRunOut() throws Exception {
    answers(
        FakePlatform.json(
            200,
            "{\"access_token\":\"%s\"}"
                .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofSeconds(-5)))));

    Run run = run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(TOKEN_INVALID);
    assertThat(YamlTargetRunner.messages(run)).contains("had already run out at 2");
  }

  @Test
  void refusesATokenThatLooksLikeAJwtAndIsNone() throws Exception {
    answers(FakePlatform.json(200, "{\"access_token\":\"eyJub25zZW5zZQ.e30x.c2ln\"}"));

    assertThat(YamlTargetRunner.kinds(run(""))).containsExactly(TOKEN_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eyJhbGciOiJkaXIifQ.a.b.c.d", "eyJvcGFxdWUiOnRydWV9", "opaque"})
  void asksNothingOfAnOpaqueToken(String token) throws Exception {
    answers(FakePlatform.json(200, "{\"access_token\":\"" + token + "\"}"));

    Run run = run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.AUTH_REFUSED);
    assertThat(run.users().getFirst().expiry().token()).isNull();
  }

  @Test
  void logsInAnewAfterTheSocketRefusedItsToken() throws Exception {
    AtomicReference<String> valid = new AtomicReference<>();
    platform.on(
        "POST /auth/login",
        _ -> {
          valid.set(
              FakePlatform.token(
                  FakePlatform.USER, Duration.ofMinutes(10 + platform.requests.size())));
          return FakePlatform.json(200, "{\"access_token\":\"" + valid.get() + "\"}");
        });
    platform.on(
        "GET /ws",
        request ->
            ("Bearer " + valid.get()).equals(request.getHeaders().get("Authorization"))
                ? platform.socket(request)
                : FakePlatform.json(401, "{\"detail\":\"token rotated\"}"));

    Run first = run("");
    valid.set("another session has rotated it");
    Run second = run("");
    Run third = run("");

    assertThat(first.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(YamlTargetRunner.kinds(second)).containsExactly(FindingKind.AUTH_REFUSED);
    assertThat(third.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(platform.count("POST /auth/login")).isEqualTo(2);
  }

  private void answers(MockResponse reply) {
    platform.on("POST /auth/login", _ -> reply);
  }

  private Run run(String extra) throws InterruptedException {
    return runner.run(target(extra));
  }

  private String target(String extra) {
    return TARGET
        .replace("HTTP", platform.http())
        .replace("WS", platform.ws())
        .replace(", EXTRA", extra.isEmpty() ? "" : ", " + extra);
  }

  /** A run that nobody else's token reaches. */
  private Run runAlone(String extra) throws InterruptedException {
    try (YamlTargetRunner fresh = new YamlTargetRunner(now::get)) {
      return fresh.run(target(extra));
    }
  }
}
