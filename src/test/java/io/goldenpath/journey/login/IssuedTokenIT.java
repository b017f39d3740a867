package io.goldenpath.journey.login;

import static io.goldenpath.model.finding.FindingKind.TOKEN_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a token is, how long it is reused, and what becomes of one that is refused. */
class IssuedTokenIT {

  @AutoClose private PasswordLoginRunner login;

  @BeforeEach
  void start() throws Exception {
    login = new PasswordLoginRunner();
  }

  @Test
  void reusesATokenUntilShortlyBeforeItsEnd() throws Exception {
    login.run("");
    login.run("");
    assertThat(login.platform.count("POST /auth/login")).isEqualTo(1);

    login.now.set(login.now.get().plus(Duration.ofMinutes(14).plusSeconds(31)));
    login.run("");

    assertThat(login.platform.count("POST /auth/login")).isEqualTo(2);
  }

  @Test
  void refusesATokenOfAnotherUser() throws Exception {
    login.answers(
        FakePlatform.json(
            200,
            "{\"access_token\":\"%s\",\"user\":{\"id\":\"user-2\"}}"
                .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofMinutes(2)))));

    Run run = login.run("subject-at: /user/id");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(TOKEN_INVALID);
    assertThat(YamlTargetRunner.messages(run)).contains("another user");
    assertThat(login.platform.count("GET /ws")).isZero();
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
    login.answers(
        FakePlatform.json(200, "{\"access_token\":\"" + token + "\",\"user\":{\"id\":42}}"));

    assertThat(YamlTargetRunner.kinds(login.run("subject-at: /user/id, subject-claim: uid")))
        .doesNotContain(TOKEN_INVALID);
  }

  @Test
  void refusesATokenThatHasRunOut() throws Exception {
    login.answers(
        FakePlatform.json(
            200,
            "{\"access_token\":\"%s\"}"
                .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofSeconds(-5)))));

    Run run = login.run("");

    assertThat(run.findings())
        .singleElement()
        .returns(TOKEN_INVALID, Finding::kind)
        .returns(Step.CONNECT, Finding::step);
    assertThat(YamlTargetRunner.messages(run)).contains("HTTP 401", "had already run out at 2");
  }

  @Test
  void refusesATokenThatLooksLikeAJwtAndIsNone() throws Exception {
    login.answers(FakePlatform.json(200, "{\"access_token\":\"eyJub25zZW5zZQ.e30x.c2ln\"}"));

    assertThat(YamlTargetRunner.kinds(login.run(""))).containsExactly(TOKEN_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eyJhbGciOiJkaXIifQ.a.b.c.d", "eyJvcGFxdWUiOnRydWV9", "opaque"})
  void asksNothingOfAnOpaqueToken(String token) throws Exception {
    login.answers(FakePlatform.json(200, "{\"access_token\":\"" + token + "\"}"));

    Run run = login.run("");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.AUTH_REFUSED);
    assertThat(run.users().getFirst().expiry().token()).isNull();
  }

  @Test
  void logsInAnewInTheSameRunWhereAReusedTokenIsRefused() throws Exception {
    AtomicReference<String> valid = new AtomicReference<>();
    login.platform.on(
        "POST /auth/login",
        _ -> {
          valid.set(
              FakePlatform.token(
                  FakePlatform.USER, Duration.ofMinutes(10 + login.platform.requests.size())));
          return FakePlatform.json(200, "{\"access_token\":\"" + valid.get() + "\"}");
        });
    login.platform.on(
        "GET /ws",
        request ->
            ("Bearer " + valid.get()).equals(request.getHeaders().get("Authorization"))
                ? login.platform.socket(request)
                : FakePlatform.json(401, "{\"detail\":\"token rotated\"}"));

    Run first = login.run("");
    valid.set("another session has rotated it");
    Run second = login.run("");

    assertThat(first.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(second.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(second.findings()).isEmpty();
    assertThat(second.users().getFirst().transcript().frames().getFirst().text())
        .contains("A reused token", "was refused: logging in anew");
    assertThat(login.platform.count("POST /auth/login")).isEqualTo(2);
  }

  @Test
  void blamesNobodyWhereTheBudgetLeavesNoLoginToTryAnew() throws Exception {
    String once = login.target("at-least-every: 10m") + "manners: { logins: 1 }\n";
    login.runner.run(once);
    login.platform.on("GET /ws", _ -> FakePlatform.json(401, "{\"detail\":\"token rotated\"}"));

    Run run = login.runner.run(once);

    assertThat(run.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(YamlTargetRunner.messages(run))
        .contains("reused token", "manners.logins leaves no login");
    assertThat(login.platform.count("POST /auth/login")).isEqualTo(1);
  }
}
