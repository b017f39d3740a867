package io.goldenpath.journey.chat;

import static io.goldenpath.catalogue.relay.RelayPlace.CLOSE;
import static io.goldenpath.catalogue.relay.RelayPlace.EVENTS;
import static io.goldenpath.catalogue.relay.RelayPlace.LOGIN;
import static io.goldenpath.catalogue.relay.RelayPlace.SEND;
import static io.goldenpath.catalogue.relay.RelayPlace.UPGRADE;
import static io.goldenpath.catalogue.relay.RelayPlace.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.relay.FrameFault;
import io.goldenpath.catalogue.relay.Relay;
import io.goldenpath.catalogue.relay.RelayPlace;
import io.goldenpath.catalogue.relay.ReplyFault;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault below the frame at every step: what the run says of it, and how soon. */
class RelayFaultIT {

  private static final Duration SLACK = Duration.ofSeconds(2);
  private static final int AT_ONCE = 4;
  private static final Map<RelayFaultCase, Future<Run>> RUNS = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init")
  private static DemoPlatform demo;

  @SuppressWarnings("NullAway.Init")
  private static WireClient wire;

  @SuppressWarnings("NullAway.Init")
  private static ExecutorService workers;

  @BeforeAll
  static void runAll() throws Exception {
    demo = DemoPlatform.start(0);
    wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM);
    workers = Executors.newFixedThreadPool(AT_ONCE);
    List<DemoAccount> accounts = demo.accounts().all();
    // a demo platform that has never answered is too slow for the short limits
    walk(null, accounts.getFirst(), TimeLimits.DEFAULTS);
    List<RelayFaultCase> cases = RelayFaultCase.all().toList();
    for (int i = 0; i < cases.size(); i++) {
      RelayFaultCase one = cases.get(i);
      DemoAccount account = accounts.get(i % accounts.size());
      RUNS.put(one, workers.submit(() -> walk(one, account, GoldenPathFixtures.SHORT)));
    }
  }

  @AfterAll
  static void stop() {
    workers.shutdownNow();
    wire.close();
    demo.close();
  }

  private static Run walk(@Nullable RelayFaultCase one, DemoAccount account, TimeLimits limits)
      throws Exception {
    try (Relay relay = Relay.before(demo.port())) {
      if (one != null && one.fault() instanceof ReplyFault fault) {
        relay.play(fault, one.place());
      } else if (one != null && one.fault() instanceof FrameFault fault) {
        relay.play(fault, one.place());
      }
      return GoldenPathFixtures.walk(
          GoldenPathFixtures.path(GoldenPathFixtures.demo(relay.port(), account, limits), wire));
    }
  }

  @Test
  void relaysFaithfullyWhereNothingIsPlayed() throws Exception {
    Run run = walk(null, demo.accounts().number(1), TimeLimits.DEFAULTS);

    assertThat(run.outcome()).as(() -> run.findings().toString()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void knowsEveryFault() {
    assertThat(RelayFaultCase.all().map(RelayFaultCase::fault).distinct())
        .containsAll(Arrays.asList(ReplyFault.values()))
        .containsAll(Arrays.asList(FrameFault.values()));
  }

  @ParameterizedTest
  @MethodSource("io.goldenpath.journey.chat.RelayFaultCase#all")
  void isNamedInItsStepAndInTime(RelayFaultCase one) throws Exception {
    Run run = Optional.ofNullable(RUNS.get(one)).orElseThrow().get();

    assertThat(run.findings())
        .as(() -> run.findings().toString())
        .singleElement()
        .returns(one.kind(), Finding::kind)
        .returns(one.step(), Finding::step)
        .satisfies(finding ->
            assertThat(finding.message()).contains(one.words()).doesNotContain("Exception"));
    boolean harmless = run.findings().getFirst().severity() == Severity.INFO;
    assertThat(run.outcome()).isEqualTo(harmless ? Outcome.PASSED : Outcome.FAILED);
    StepResult step = run.users().getFirst().step(one.step()).orElseThrow();
    assertThat(step.duration()).isLessThanOrEqualTo(limit(one.place()).plus(SLACK));
  }

  private static Duration limit(RelayPlace place) {
    return switch (place) {
      case LOGIN -> GoldenPathFixtures.SHORT.login().failed();
      case UPGRADE -> GoldenPathFixtures.SHORT.connect().failed();
      case WELCOME -> GoldenPathFixtures.SHORT.welcome().failed();
      case SEND -> GoldenPathFixtures.SHORT.firstEvent().failed();
      case EVENTS ->
          GoldenPathFixtures.SHORT
              .firstEvent()
              .failed()
              .plus(GoldenPathFixtures.SHORT.gap().failed());
      case CLOSE -> GoldenPathFixtures.SHORT.close();
    };
  }
}
