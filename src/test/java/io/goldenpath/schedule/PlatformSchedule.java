package io.goldenpath.schedule;

import static org.awaitility.Awaitility.await;

import io.goldenpath.journey.chat.SessionScript;
import io.goldenpath.journey.chat.SingleUserJourney;
import io.goldenpath.journey.login.FakePlatform;
import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.VerdictListener;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A schedule of real runs against a platform, whose time the test moves. */
final class PlatformSchedule implements AutoCloseable {

  private static final Duration STEP = Duration.ofSeconds(5);

  private static final String TARGET =
      """
      login: { type: password, url: HTTP/auth/login }
      socket: { url: WS }
      limits: { login: 20s, connect: 20s, welcome: 20s, first-event: 20s, answer: 25s }
      listen: 20ms
      """;

  final ManualTime time = new ManualTime();
  final VerdictBoard board;
  final RecordingListener recorded = new RecordingListener();
  final FakePlatform platform = new FakePlatform();
  final TokenPool tokens = new TokenPool(time, time);
  final List<Instant> logins = new CopyOnWriteArrayList<>();
  final Schedule schedule;
  volatile boolean denied;

  private final WireClient wire =
      WireClient.open("golden-path", TlsEngineFactory.JVM, Stopwatch.SYSTEM);

  /** Tokens live so long by the platform's word. */
  PlatformSchedule(Duration tokenLife, VerdictListener verdicts) throws IOException {
    board = new VerdictBoard(time, List.of(verdicts));
    platform.on(
        "POST /auth/login",
        _ -> {
          logins.add(time.instant());
          return denied
              ? FakePlatform.json(401, "{\"detail\":\"who are you?\"}")
              : FakePlatform.json(
                  200,
                  "{\"access_token\":\"%s\",\"expires_in\":%d}"
                      .formatted(
                          FakePlatform.token(FakePlatform.USER, Duration.ofHours(2)),
                          tokenLife.toSeconds()));
        });
    schedule =
        new Schedule(
            RunOrigin.untraced("local"),
            new RunNotifier(List.of(board, recorded)),
            time.clocks(),
            ControlledJourney.threads());
  }

  /** The golden path of a target of this name; the rest of it as an operator writes it. */
  Journey target(String name, String yaml) {
    String target = TARGET.replace("HTTP", platform.http()).replace("WS", platform.ws()) + yaml;
    return journey(name, YamlTargetRunner.setup(target));
  }

  void start(Journey... journeys) {
    schedule.replace(List.of(journeys));
    schedule.start();
  }

  private Journey journey(String name, ProbeSetup setup) {
    Probe like = setup.probe();
    Target target = like.target();
    Probe probe =
        new Probe(
            new Target(
                name,
                target.access(),
                target.users(),
                target.dialect(),
                target.contract(),
                target.rateLimits()),
            like.cadence(),
            like.limits(),
            like.script(),
            like.events(),
            like.regression(),
            like.verdict(),
            like.serviceLevel());
    RunContext context =
        new RunContext(
            probe,
            setup.dialect(),
            setup.contract(),
            wire,
            new RunContext.Clocks(time, Stopwatch.SYSTEM, new Random(7)));
    return new SingleUserJourney(context, tokens, SessionScript.GOLDEN_PATH);
  }

  /** Moves the clock in steps, and lets runs that begin meanwhile end. */
  void pass(Duration whole) {
    for (Duration gone = Duration.ZERO; gone.compareTo(whole) < 0; gone = gone.plus(STEP)) {
      time.advance(STEP);
      awaitRuns();
    }
  }

  void awaitRuns() {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(2))
        .until(() -> schedule.inFlight().isEmpty());
  }

  ProbeState state(ProbeId probe) {
    return board.state(probe).orElseThrow();
  }

  @Override
  public void close() {
    schedule.close();
    wire.close();
    platform.close();
  }
}
