package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.CauseClass;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every minute with the default budget, by a moved clock, while a platform refuses its logins. */
class LoginOutageIT {

  private static final Duration TOKEN_LIFE = Duration.ofHours(2);

  @AutoClose private PasswordLoginRunner login;
  private Probe probe;
  private VerdictBoard board;
  private Instant start;
  private boolean denied;

  @BeforeEach
  void start() throws Exception {
    login = new PasswordLoginRunner();
    login.platform.on(
        "POST /auth/login",
        _ ->
            denied
                ? FakePlatform.json(401, "{\"detail\":\"who are you?\"}")
                : FakePlatform.json(
                    200,
                    "{\"access_token\":\"%s\"}"
                        .formatted(FakePlatform.token(FakePlatform.USER, TOKEN_LIFE))));
    probe = YamlTargetRunner.setup(login.target("")).probe();
    board = new VerdictBoard(login.now::get, List.of());
    board.watching(List.of(probe));
    start = login.now.get();
  }

  @Test
  void isDownFromTheFirstRefusalUntilALoginSucceeds() throws Exception {
    walk(0, 7);
    assertThat(state().verdict()).isEqualTo(Verdict.UP);

    denied = true;
    int down = firstMinute(8, Verdict.DOWN);
    assertThat(Duration.ofMinutes(down - 8)).isLessThanOrEqualTo(Duration.ofMinutes(6));
    for (int minute = down + 1; minute <= 23; minute++) {
      walk(minute, minute);
      assertThat(state().verdict()).as("minute %d", minute).isEqualTo(Verdict.DOWN);
    }
    denied = false;

    assertThat(Duration.ofMinutes(firstMinute(24, Verdict.UP) - 23))
        .isLessThanOrEqualTo(Duration.ofSeconds(330));
  }

  @Test
  void saysSinceWhenLoginsFailAndWhetherOthersGetAnswers() throws Exception {
    walk(0, 4);
    denied = true;

    Run failed = walk(5, 5).orElseThrow();

    assertThat(failed.findings())
        .singleElement()
        .returns(FindingKind.LOGIN_REFUSED, found -> found.kind())
        .returns(Step.LOGIN, found -> found.step());
    assertThat(failed.worstFinding().orElseThrow().message())
        .endsWith("users who are signed in still get answers");
    assertThat(failed.timeToAnswer()).isPresent();

    walk(6, 6);
    Run reused = walk(7, 7).orElseThrow();
    assertThat(reused.users().getFirst().step(Step.LOGIN).orElseThrow())
        .returns(StepResult.State.REUSED, StepResult::state)
        .returns(Duration.ofMinutes(7), StepResult::tokenAge);
    assertThat(reused.loginMark().orElseThrow())
        .matches("login failing since \\d\\d:\\d\\d UTC; this run reused a token, so it .*");
    assertThat(reused.users().getFirst().transcript().frames())
        .filteredOn(frame -> frame.direction() == Frame.Direction.NOTE)
        .extracting(Frame::text)
        .anyMatch(note -> note.startsWith("login failing since ") && note.contains("HTTP 401"));
    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().reason())
        .matches(
            "login failing since \\d\\d:\\d\\d UTC: The login refused the user with HTTP 401.*");
    assertThat(state().causes()).containsExactly(CauseClass.LOGIN);
    assertThat(state().consecutiveFailures()).isEqualTo(3);
  }

  @Test
  void blamesTheLoginAndNotTheMonitorWhereTheOlderTokenIsRefusedToo() throws Exception {
    walk(0, 0);
    denied = true;
    login.platform.on("GET /ws", _ -> FakePlatform.json(401, "{\"detail\":\"signed out\"}"));

    Run failed = walk(5, 5).orElseThrow();

    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(YamlTargetRunner.kinds(failed))
        .containsExactlyInAnyOrder(FindingKind.LOGIN_REFUSED, FindingKind.AUTH_REFUSED);
    assertThat(YamlTargetRunner.messages(failed))
        .contains("users who are signed in get no answer either");
    assertThat(login.platform.count("POST /auth/login")).isEqualTo(2);
  }

  /** The last run of these minutes; empty where the budget allowed none in the last. */
  private Optional<Run> walk(int from, int to) throws Exception {
    Optional<Run> run = Optional.empty();
    for (int minute = from; minute <= to; minute++) {
      login.now.set(start.plus(Duration.ofMinutes(minute)));
      boolean free =
          login
              .runner
              .tokens
              .postponed(probe.target(), probe.target().users().getFirst(), 0, false)
              .isEmpty();
      run = free ? Optional.of(login.run("")) : Optional.empty();
      run.ifPresent(board::finished);
    }
    return run;
  }

  private int firstMinute(int from, Verdict verdict) throws Exception {
    int minute = from;
    while (minute < from + 30) {
      walk(minute, minute);
      if (state().verdict() == verdict) {
        return minute;
      }
      minute++;
    }
    throw new AssertionError("never " + verdict);
  }

  private ProbeState state() {
    return board.state(probe.id()).orElseThrow();
  }
}
