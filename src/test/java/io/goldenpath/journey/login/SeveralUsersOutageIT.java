package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three users in turn, one of whom the platform locks out. */
class SeveralUsersOutageIT {

  private static final String USERS =
      """
      users:
        - { email: a@example.com, password: a }
        - { email: b@example.com, password: b }
        - { email: c@example.com, password: c }
      verdict: { fail: 1 of 1, recover: 1 }
      """;

  @AutoClose private PasswordLoginRunner login;
  private ProbeSetup setup;
  private VerdictBoard board;
  private Instant start;
  private boolean denied;

  @BeforeEach
  void start() throws Exception {
    login = new PasswordLoginRunner();
    login.platform.on(
        "POST /auth/login",
        request ->
            denied && String.valueOf(request.getBody()).contains("b@example.com")
                ? FakePlatform.json(401, "{\"detail\":\"locked\"}")
                : FakePlatform.json(
                    200,
                    "{\"access_token\":\"%s\"}"
                        .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofHours(2)))));
    setup = YamlTargetRunner.setup(login.target("").replaceAll("users: .*\n", USERS));
    board = new VerdictBoard(login.now::get, List.of());
    board.watching(List.of(setup.probe()));
    start = login.now.get();
  }

  @Test
  void staysDownUntilThatUsersOwnLoginSucceeds() throws Exception {
    for (int slot = 1; slot <= 3; slot++) {
      run(0, slot);
    }
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    denied = true;

    run(6, 2);
    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    Run anew = run(7, 3);
    Run reused = run(8, 3);
    assertThat(anew.loginMark()).isEmpty();
    assertThat(reused.loginMark().orElseThrow()).startsWith("login failing since ");
    assertThat(notes(reused))
        .anyMatch(note -> note.contains(" for user 2, ") && note.contains("HTTP 401"));
    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().reason())
        .matches("login failing since \\d\\d:\\d\\d UTC for user 2: The login .* HTTP 401.*");
    denied = false;
    run(12, 1);
    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    run(13, 2);

    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    assertThat(run(14, 3).loginMark()).isEmpty();
  }

  private Run run(int minute, int slot) throws InterruptedException {
    login.now.set(start.plus(Duration.ofMinutes(minute)));
    Run run = login.runner.run(setup, slot);
    board.finished(run);
    return run;
  }

  private ProbeState state() {
    return board.state(setup.probe().id()).orElseThrow();
  }

  private static List<String> notes(Run run) {
    return run.users().getFirst().transcript().frames().stream()
        .filter(frame -> frame.direction() == Frame.Direction.NOTE)
        .map(Frame::text)
        .toList();
  }
}
