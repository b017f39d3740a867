package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static io.goldenpath.schedule.ScheduleFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.journey.login.IssuedToken;
import io.goldenpath.journey.login.LoginResult;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.target.Target;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictLog;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tokens that live a minute, with the default budget of logins and a run each minute. */
@ExtendWith(OutputCaptureExtension.class)
class ShortTokenIT {

  private static final ProbeId SHOP = id("shop");
  private static final String KEY =
      "manners.logins (3 in 10 min, one kept back) allows one each 5 min";

  @AutoClose private final PlatformSchedule runs = new PlatformSchedule(MINUTE, new VerdictLog());
  private final Target target;

  ShortTokenIT() throws Exception {
    Journey journey =
        runs.target("shop", "users: [ { email: probe-a@example.com, password: secret } ]\n");
    target = journey.probe().target();
    runs.start(journey);
  }

  @BeforeEach
  void isUpToBeginWith() {
    runs.pass(Duration.ofSeconds(5));
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
  }

  @Test
  void isWatchedAsOftenAsTheBudgetAllowsAndSaysWhichKeyChangesThat(CapturedOutput output) {
    for (int minute = 1; minute <= 30; minute++) {
      runs.pass(MINUTE);
      Run last = Objects.requireNonNull(state().lastRun());
      assertThat(Duration.between(last.endedAt(), runs.time.instant()))
          .as("age of the verdict in minute %d", minute)
          .isLessThanOrEqualTo(Duration.ofMinutes(6));
    }

    assertThat(runs.logins).hasSizeBetween(6, 7);
    assertThat(skippedForTheBudget()).isGreaterThan(20);
    assertThat(runs.board.skips(SHOP).orElseThrow().text())
        .startsWith("4 of the last 5 due runs skipped (budget): ")
        .contains(KEY);
    assertThat(output.toString())
        .containsOnlyOnce("WARN")
        .containsOnlyOnce("shop/golden-path is not watched as it should be")
        .contains(KEY);
  }

  @Test
  void isUnknownAfterAQuarterOfAnHourWhereAnotherTargetSpendsTheBudget(CapturedOutput output)
      throws Exception {
    for (int minute = 1; minute <= 14; minute++) {
      loginOfAnotherTarget(minute);
      runs.pass(MINUTE);
      assertThat(state().verdict()).as("minute %d", minute).isEqualTo(Verdict.UP);
    }
    runs.pass(MINUTE.multipliedBy(2));

    assertThat(state().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(state().reason())
        .startsWith("no valid run has ended for 15 min; one is due every 60 s; runs are skipped: ")
        .contains("manners.logins", "raise it");
    assertThat(runs.logins).hasSize(1);
    assertThat(skippedForTheBudget()).isGreaterThanOrEqualTo(15);
    runs.board.expireStale();
    assertThat(output.toString())
        .containsOnlyOnce("is unknown (was up)")
        .containsPattern("is unknown \\(was up\\) .*manners.logins");
  }

  private void loginOfAnotherTarget(int minute) throws InterruptedException {
    if (minute % 4 == 0) {
      runs.tokens.logInUncached(
          target, target.users().getFirst(), () -> LoginResult.Session.of(IssuedToken.GUEST));
    }
  }

  private int skippedForTheBudget() {
    return Collections.frequency(runs.recorded.read(), "skipped shop budget");
  }

  private ProbeState state() {
    return runs.state(SHOP);
  }
}
