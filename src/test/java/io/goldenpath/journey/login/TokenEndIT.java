package io.goldenpath.journey.login;

import static io.goldenpath.model.finding.FindingKind.TOKEN_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.hc.client5.http.utils.DateUtils;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a token ends, in whatever form its platform says so. */
class TokenEndIT {

  @AutoClose private PasswordLoginRunner login;

  @BeforeEach
  void start() throws Exception {
    login = new PasswordLoginRunner();
  }

  @Test
  void believesTheStandardLifetimeBeforeTheToken() throws Exception {
    login.answers(
        FakePlatform.json(
            200,
            "{\"access_token\":\"%s\",\"expires_in\":86400}"
                .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofMinutes(2)))));

    Run run = login.run("expires-at: /life");

    assertThat(run.users().getFirst().expiry().token())
        .isBetween(login.now.get().plusSeconds(86390), login.now.get().plusSeconds(86410));
  }

  @ParameterizedTest
  @CsvSource({"600, 600", "'\"600\"', 600", "3600.5, 3600"})
  void asksTheReplyForTheLifeOfAnOpaqueToken(String told, long seconds) throws Exception {
    login.answers(
        FakePlatform.json(200, "{\"access_token\":\"opaque-token\",\"life\":" + told + "}"));

    Run run = login.run("expires-at: /life");

    assertThat(run.users().getFirst().expiry().token())
        .isBetween(
            login.now.get().plusSeconds(seconds - 1), login.now.get().plusSeconds(seconds + 1));
  }

  @Test
  void readsDatesAsTheEndOfAnOpaqueToken() throws Exception {
    Instant end = Instant.parse("2030-01-02T03:04:05Z");
    login.now.set(Instant.parse("2029-06-01T00:00:00Z"));
    for (String told :
        new String[] {
          "\"2030-01-02T03:04:05Z\"",
          "\"2030-01-02T04:04:05+01:00\"",
          "\"2030-01-02 03:04:05\"",
          "\"Wed, 02 Jan 2030 03:04:05 GMT\"",
          Long.toString(end.getEpochSecond()),
          Long.toString(end.toEpochMilli())
        }) {
      login.answers(
          FakePlatform.json(200, "{\"access_token\":\"opaque-token\",\"end\":" + told + "}"));
      Run run = login.runAlone("expires-at: /end");
      assertThat(run.users().getFirst().expiry().token()).isEqualTo(end);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "life":"next week"          | cannot be read
          "life":"2010-01-01"         | cannot be read
          "life":"2010-01-01T00:00"   | had already run out
          "life":4070908800           | lies beyond ten years
          "other":1                   | told no end of its token at /life
          """)
  void failsNobodyForAnOddEnd(String told, String odd) throws Exception {
    login.answers(
        FakePlatform.json(
            200,
            "{\"access_token\":\"%s\",%s}"
                .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofMinutes(2)), told)));

    Run run = login.run("expires-at: /life");

    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(run.findings())
        .singleElement()
        .returns(TOKEN_INVALID, Finding::kind)
        .returns(Severity.INFO, Finding::severity);
    assertThat(YamlTargetRunner.messages(run)).contains(odd);
    assertThat(run.users().getFirst().expiry().token()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"%d\"", "%d000", "\"%d000\"", "%d.25"})
  void readsTheTokensOwnEndInAnyForm(String form) throws Exception {
    Instant end = login.now.get().plusSeconds(150).truncatedTo(ChronoUnit.SECONDS);
    login.answers(
        FakePlatform.json(
            200,
            "{\"access_token\":\"%s\"}"
                .formatted(
                    JwtMaker.signed(
                        FakePlatform.KEY,
                        "{\"exp\":" + form.formatted(end.getEpochSecond()) + "}"))));

    Run run = login.run("");

    assertThat(Objects.requireNonNull(run.users().getFirst().expiry().token()))
        .isBetween(end.minusSeconds(2), end.plusSeconds(2));
  }

  @Test
  void saysThatClocksDiffer() throws Exception {
    login.now.set(Instant.now().plusSeconds(400));
    login.answers(
        FakePlatform.json(
                200,
                "{\"access_token\":\"%s\"}"
                    .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofMinutes(5))))
            .newBuilder()
            .setHeader("Date", DateUtils.formatStandardDate(Instant.now()))
            .build());

    Run run = login.run("");

    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(YamlTargetRunner.messages(run)).contains("the clocks differ by 40");
    assertThat(run.users().getFirst().expiry().token()).isAfter(login.now.get().plusSeconds(290));
  }
}
