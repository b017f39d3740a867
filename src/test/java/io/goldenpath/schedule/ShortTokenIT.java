package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.journey.chat.SessionScript;
import io.goldenpath.journey.chat.SingleUserJourney;
import io.goldenpath.journey.login.FakePlatform;
import io.goldenpath.journey.login.IssuedToken;
import io.goldenpath.journey.login.LoginResult;
import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.metrics.RunMeters;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.verdict.VerdictLog;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tokens that live a minute, with the default budget of logins and a run each minute. */
@ExtendWith(OutputCaptureExtension.class)
class ShortTokenIT {

  private static final String TARGET =
      """
      login: { type: password, url: HTTP/auth/login }
      socket: { url: WS }
      users: [ { email: probe-a@example.com, password: secret } ]
      limits: { login: 20s, connect: 20s, welcome: 20s, answer: 25s }
      listen: 20ms
      """;

  private static final Duration STEP = Duration.ofSeconds(5);
  private static final String KEY =
      "manners.logins (3 in 10 min, one kept back) allows one each 5 min";

  private final ManualTime time = new ManualTime();
  private final VerdictBoard board = new VerdictBoard(time, List.of(new VerdictLog()));
  @AutoClose private final MeterRegistry registry = new SimpleMeterRegistry();
  private final RunMeters meters = new RunMeters(registry, board, "local");
  @AutoClose private final FakePlatform platform = new FakePlatform();

  @AutoClose
  private final WireClient wire =
      WireClient.open("golden-path", TlsEngineFactory.JVM, Stopwatch.SYSTEM);

  private final TokenPool tokens = new TokenPool(time, time);
  private final Probe probe;

  @AutoClose
  private final Schedule schedule = new Schedule("local", new RunNotifier(List.of(board, meters)), time.clocks());

  ShortTokenIT() throws Exception {
    platform.on(
        "POST /auth/login",
        _ ->
            FakePlatform.json(
                200,
                "{\"access_token\":\"%s\",\"expires_in\":60}"
                    .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofHours(2)))));
    ProbeSetup setup =
        YamlTargetRunner.setup(
            TARGET.replace("HTTP", platform.http()).replace("WS", platform.ws()));
    probe = setup.probe();
    RunContext context =
        new RunContext(
            probe,
            setup.dialect(),
            setup.contract(),
            wire,
            new RunContext.Clocks(time, Stopwatch.SYSTEM, new Random(7)));
    schedule.replace(List.of(new SingleUserJourney(context, tokens, SessionScript.GOLDEN_PATH)));
  }

  @BeforeEach
  void start() {
    schedule.start();
    pass(STEP);
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
  }

  @Test
  void isWatchedAsOftenAsTheBudgetAllowsAndSaysWhichKeyChangesThat(CapturedOutput output) {
    for (int minute = 1; minute <= 30; minute++) {
      pass(MINUTE);
      assertThat(Duration.between(lastRun().endedAt(), time.instant()))
          .as("age of the verdict in minute %d", minute)
          .isLessThanOrEqualTo(Duration.ofMinutes(6));
    }

    assertThat(platform.count("POST /auth/login")).isBetween(6L, 7L);
    assertThat(skippedForTheBudget()).isGreaterThan(20);
    assertThat(board.skips(probe.id()).orElseThrow().text())
        .startsWith("4 of the last 5 due runs skipped (budget): ")
        .contains(KEY);
    assertThat(output.toString()).containsOnlyOnce("is not watched as it should be").contains(KEY);
    assertThat(output.toString()).containsOnlyOnce("WARN");
  }

  @Test
  void isUnknownAfterAQuarterOfAnHourWhereAnotherTargetSpendsTheBudget(CapturedOutput output)
      throws Exception {
    for (int minute = 1; minute <= 14; minute++) {
      loginOfAnotherTarget(minute);
      pass(MINUTE);
      assertThat(state().verdict()).as("minute %d", minute).isEqualTo(Verdict.UP);
    }
    for (int minute = 15; minute <= 16; minute++) {
      loginOfAnotherTarget(minute);
      pass(MINUTE);
    }

    assertThat(state().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(state().reason())
        .startsWith("no valid run has ended for 15 min; one is due every 60 s; runs are skipped: ")
        .contains("manners.logins", "raise it");
    assertThat(platform.count("POST /auth/login")).isEqualTo(1);
    assertThat(skippedForTheBudget()).isGreaterThanOrEqualTo(15);
    assertThat(registry.get("goldenpath.verdict").tag("verdict", "unknown").gauge().value())
        .isEqualTo(1);
    board.expireStale();
    assertThat(output.toString())
        .containsOnlyOnce("is unknown (was up)")
        .containsPattern("is unknown \\(was up\\) .*manners.logins");
  }

  private void loginOfAnotherTarget(int minute) throws InterruptedException {
    if (minute % 4 == 0) {
      tokens.logInUncached(
          probe.target(),
          probe.target().users().getFirst(),
          () -> LoginResult.Session.of(IssuedToken.GUEST));
    }
  }

  /** Moves the clock in steps, and lets runs that begin meanwhile end. */
  private void pass(Duration whole) {
    for (Duration gone = Duration.ZERO; gone.compareTo(whole) < 0; gone = gone.plus(STEP)) {
      time.advance(STEP);
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(2))
          .until(() -> schedule.inFlight().isEmpty());
    }
  }

  private double skippedForTheBudget() {
    return registry.get("goldenpath.runs.skipped").tag("reason", "budget").counter().count();
  }

  private Run lastRun() {
    return Objects.requireNonNull(state().lastRun());
  }

  private ProbeState state() {
    return board.state(probe.id()).orElseThrow();
  }
}
