package io.goldenpath.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.wire.EventLoopStall;
import io.goldenpath.wire.RawServer;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import io.goldenpath.wire.warmup.ClientWarmUp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs while the monitor's own event loops stand still: no target is blamed for that. */
class StalledRunIT {

  private static final Duration PACE = Duration.ofMillis(200);
  private static final Duration CLOSE = Duration.ofMillis(1500);

  private final WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM);

  @BeforeEach
  void warmUp() {
    ClientWarmUp.run(wire, Stopwatch.SYSTEM);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void doNotCountWhereTheWelcomeMayHaveComeMeanwhile() throws Exception {
    Run run = walk(server(true, Duration.ofSeconds(2)), StalledRunIT::guest);

    assertBroken(run, Step.WELCOME, FindingKind.WELCOME_MISSING);
    assertThat(run.duration()).isGreaterThan(Duration.ofMillis(2000 + 900));
  }

  @Test
  void doNotCountWhereTheUpgradeMayHaveBeenAnsweredMeanwhile() throws Exception {
    Run run = walk(server(false, Duration.ofSeconds(1)), StalledRunIT::guest);

    assertBroken(run, Step.CONNECT, FindingKind.TIMED_OUT);
  }

  @Test
  void doNotCountWhereTheLoginMayHaveBeenAnsweredMeanwhile() throws Exception {
    Run run = walk(server(false, Duration.ofSeconds(1)), StalledRunIT::demo);

    assertBroken(run, Step.LOGIN, FindingKind.TIMED_OUT);
  }

  @Test
  void failAllTheSameWhereTheTargetHadItsWholeTimeBesides() throws Exception {
    Run run = walk(server(true, Duration.ofMillis(300)), StalledRunIT::guest);

    assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(run.findings()).extracting(Finding::kind).contains(FindingKind.WELCOME_MISSING);
    assertThat(run.duration()).isGreaterThan(Duration.ofMillis(2000 + 150));
    assertThat(run.measured()).isFalse();
  }

  @Test
  void passWhereTheTargetKeepsItsLimitsButForThat() throws Exception {
    try (DemoPlatform demo = DemoPlatform.start(0)) {
      Journey path =
          GoldenPathFixtures.path(
              GoldenPathFixtures.demo(demo.port(), demo.accounts().number(1), TimeLimits.DEFAULTS),
              wire);
      GoldenPathFixtures.walk(path);
      EventLoopStall.of(wire, Duration.ofMillis(600));
      Run run = GoldenPathFixtures.walk(path);

      assertThat(run.outcome()).as("%s", run.findings()).isEqualTo(Outcome.PASSED);
      assertThat(run.stalled()).isGreaterThan(Duration.ofMillis(300));
    }
  }

  @Test
  void doNotMindACloseThatTheyCouldNotHearAnswered() throws Exception {
    assertThat(closed(Duration.ZERO))
        .singleElement()
        .returns(FindingKind.TIMED_OUT, Finding::kind)
        .returns(Step.CLOSE, Finding::step);
    assertThat(closed(CLOSE)).isEmpty();
  }

  /** By a server that does not answer. */
  private List<Finding> closed(Duration stall) throws Exception {
    try (RawServer server = RawServer.upgrading(RawServer.Peer::untilGone)) {
      SessionScript script =
          session -> {
            assertThat(session.login().logIn()).isTrue();
            RecordedSocket socket = session.connect().orElseThrow();
            EventLoopStall.of(wire, stall);
            socket.closeHandshake(CLOSE);
            return List.of();
          };
      return GoldenPathFixtures.walk(
              GoldenPathFixtures.path(
                  guest(server.url("ws").getPort()), BundledDialects.AGENT_EVENTS, wire, script))
          .findings();
    }
  }

  private static void assertBroken(Run run, Step step, FindingKind doubtful) {
    assertThat(run.outcome()).as("%s", run.findings()).isEqualTo(Outcome.BROKEN);
    assertThat(run.findings())
        .filteredOn(finding -> finding.kind() == FindingKind.MONITOR_FAULT)
        .singleElement()
        .returns(step, Finding::step);
    assertThat(run.findings())
        .filteredOn(finding -> finding.kind() != FindingKind.MONITOR_FAULT)
        .allMatch(finding -> finding.severity() == Severity.INFO)
        .extracting(Finding::kind)
        .contains(doubtful);
  }

  private Run walk(RawServer.Behaviour behaviour, IntFunction<Probe> probe) throws Exception {
    try (RawServer server = RawServer.start(behaviour)) {
      return GoldenPathFixtures.walk(
          GoldenPathFixtures.path(probe.apply(server.url("ws").getPort()), wire));
    }
  }

  /** Says nothing more after the request, or after its upgrade, while the loops stand still. */
  private RawServer.Behaviour server(boolean upgrades, Duration stall) {
    CompletableFuture<Void> once = new CompletableFuture<>();
    return peer -> {
      String request = peer.readHead();
      if (upgrades) {
        peer.write(RawServer.switching(request, ""));
        TimeUnit.NANOSECONDS.sleep(PACE.toNanos());
      }
      if (once.complete(null)) {
        EventLoopStall.of(wire, stall);
      }
      peer.untilGone();
    };
  }

  private static Probe guest(int port) {
    return GoldenPathFixtures.guest(
        "ws://127.0.0.1:" + port + "/ws", GoldenPathFixtures.welcome(Duration.ofSeconds(2)));
  }

  private static Probe demo(int port) {
    return GoldenPathFixtures.demo(
        port, new DemoAccount("a", "a@example.com", "secret"), GoldenPathFixtures.SHORT);
  }
}
