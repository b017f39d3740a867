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
import io.goldenpath.demo.user.DemoAccount;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.wire.WireClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault below the frame at every step: what the run says of it, and how soon. */
public class RelayFaultIT {

  private static final Duration SLACK = Duration.ofMillis(200);
  private static final int AT_ONCE = 4;
  private static final Map<Case, Future<Run>> RUNS = new LinkedHashMap<>();

  private static final Set<ReplyFault> ONLY_OF_UPGRADES =
      EnumSet.of(
          ReplyFault.WRONG_KEY,
          ReplyFault.NO_KEY,
          ReplyFault.UNOFFERED_EXTENSION,
          ReplyFault.UNOFFERED_SUBPROTOCOL);

  @SuppressWarnings("NullAway.Init")
  private static DemoPlatform demo;

  @SuppressWarnings("NullAway.Init")
  private static WireClient wire;

  @SuppressWarnings("NullAway.Init")
  private static ExecutorService workers;

  /** A fault at a place, and what it is called. */
  public record Case(Enum<?> fault, RelayPlace place, FindingKind kind, Step step, String words) {

    @Override
    public String toString() {
      return fault + " at " + place;
    }
  }

  @BeforeAll
  static void walkThemAll() throws Exception {
    demo = DemoPlatform.start(0);
    wire = WireClient.open("test", Stopwatch.SYSTEM);
    workers = Executors.newFixedThreadPool(AT_ONCE);
    List<DemoAccount> accounts = demo.accounts().all();
    // a demo platform that has never answered is too slow for the short limits
    walk(null, accounts.getFirst(), TimeLimits.DEFAULTS);
    List<Case> cases = cases().toList();
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
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

  /** Every fault at every place where it makes sense. */
  public static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (ReplyFault fault : ReplyFault.values()) {
      if (!ONLY_OF_UPGRADES.contains(fault)) {
        cases.add(atLogin(fault));
      }
      cases.add(atUpgrade(fault));
    }
    for (FrameFault fault : FrameFault.values()) {
      for (RelayPlace place : List.of(WELCOME, SEND, EVENTS, CLOSE)) {
        cases.add(atFrame(fault, place));
      }
    }
    // an ended or reset connection is no finding once the close was sent
    cases.removeIf(one -> one.place() == CLOSE && one.kind() == FindingKind.DROPPED);
    return cases.stream();
  }

  private static Case atLogin(ReplyFault fault) {
    return switch (fault) {
      case UNANSWERED, DRIBBLED, HALF_THEN_SILENT, STALLED_BODY ->
          login(fault, FindingKind.TIMED_OUT, "did not answer the request in time");
      case ENDED -> login(fault, FindingKind.CONNECT_FAILED, "closed the connection without");
      case RESET -> login(fault, FindingKind.CONNECT_FAILED, "reset the connection without");
      case HALF_THEN_ENDED -> login(fault, FindingKind.LOGIN_FAILED, "in the middle of its reply");
      case HALF_THEN_RESET -> login(fault, FindingKind.LOGIN_FAILED, "reset the connection in");
      case NOT_HTTP, ENDLESS_HEADERS -> login(fault, FindingKind.PROTOCOL_ERROR, "broken HTTP");
      case ENDLESS_BODY -> login(fault, FindingKind.LOGIN_FAILED, "more than 1048576 bytes");
      case STATUS_400 -> login(fault, FindingKind.LOGIN_REFUSED, "HTTP 400");
      case STATUS_401 -> login(fault, FindingKind.LOGIN_REFUSED, "HTTP 401");
      case STATUS_403, STATUS_403_ORIGIN -> login(fault, FindingKind.LOGIN_REFUSED, "HTTP 403");
      case STATUS_404 -> login(fault, FindingKind.LOGIN_FAILED, "HTTP 404");
      case STATUS_500 -> login(fault, FindingKind.LOGIN_FAILED, "HTTP 500");
      case STATUS_502_EDGE -> login(fault, FindingKind.LOGIN_FAILED, "HTTP 502");
      case STATUS_503 -> login(fault, FindingKind.LOGIN_FAILED, "HTTP 503");
      case STATUS_503_LATER, STATUS_429_LATER -> login(fault, FindingKind.SHED, "Retry-After 7");
      case REDIRECTED -> login(fault, FindingKind.LOGIN_FAILED, "302");
      case WRONG_KEY, NO_KEY, UNOFFERED_EXTENSION, UNOFFERED_SUBPROTOCOL ->
          throw new IllegalArgumentException(fault.name());
    };
  }

  private static Case atUpgrade(ReplyFault fault) {
    return switch (fault) {
      case UNANSWERED, DRIBBLED, HALF_THEN_SILENT ->
          upgrade(fault, FindingKind.TIMED_OUT, "did not answer the upgrade in time");
      case ENDED -> upgrade(fault, FindingKind.CONNECT_FAILED, "closed the connection without");
      case RESET -> upgrade(fault, FindingKind.CONNECT_FAILED, "reset the connection without");
      case HALF_THEN_ENDED ->
          upgrade(fault, FindingKind.PROTOCOL_ERROR, "in the middle of its reply");
      case HALF_THEN_RESET -> upgrade(fault, FindingKind.PROTOCOL_ERROR, "reset the connection in");
      case NOT_HTTP, ENDLESS_HEADERS -> upgrade(fault, FindingKind.PROTOCOL_ERROR, "broken HTTP");
      case ENDLESS_BODY, STATUS_500 -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 500");
      case STALLED_BODY -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 500: half of it");
      case STATUS_400 -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 400: bad request");
      case STATUS_401 -> upgrade(fault, FindingKind.AUTH_REFUSED, "HTTP 401");
      case STATUS_403 -> upgrade(fault, FindingKind.AUTH_REFUSED, "token lacks scope");
      case STATUS_403_ORIGIN -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "bad origin");
      case STATUS_404 -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 404");
      case STATUS_502_EDGE ->
          upgrade(fault, FindingKind.UPGRADE_REFUSED, "an edge before the application");
      case STATUS_503 -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 503");
      case STATUS_503_LATER, STATUS_429_LATER -> upgrade(fault, FindingKind.SHED, "Retry-After 7");
      case REDIRECTED -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 302");
      case WRONG_KEY -> upgrade(fault, FindingKind.PROTOCOL_ERROR, "a wrong Sec-WebSocket-Accept");
      case NO_KEY -> upgrade(fault, FindingKind.PROTOCOL_ERROR, "no Sec-WebSocket-Accept");
      case UNOFFERED_EXTENSION -> upgrade(fault, FindingKind.PROTOCOL_ERROR, "'x-quantum'");
      case UNOFFERED_SUBPROTOCOL -> upgrade(fault, FindingKind.SUBPROTOCOL_MISMATCH, "'soap'");
    };
  }

  private static Case atFrame(FrameFault fault, RelayPlace place) {
    return switch (fault) {
      case SILENT, HALF_FRAME, DRIBBLED -> quiet(fault, place);
      case ENDED, HALF_FRAME_ENDED -> frame(fault, place, FindingKind.DROPPED, "without a close");
      case RESET -> frame(fault, place, FindingKind.DROPPED, "reset");
      case INVALID_UTF8 -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "not UTF-8");
      case RESERVED_BITS -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "reserved bits");
      case BAD_OPCODE -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "reserved opcode");
      case MASKED -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "a masked frame");
      case ORPHAN -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "continuation");
      case OVERSIZED, ENDLESS_FRAGMENTS ->
          frame(fault, place, FindingKind.PROTOCOL_ERROR, "longer than the bound of 65536 bytes");
      case BAD_CLOSE_CODE -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "close");
    };
  }

  private static Case quiet(FrameFault fault, RelayPlace place) {
    return switch (place) {
      case WELCOME -> frame(fault, place, FindingKind.WELCOME_MISSING, "no welcome came");
      case SEND -> frame(fault, place, FindingKind.SILENT, "");
      case EVENTS -> frame(fault, place, FindingKind.STALLED, "");
      case CLOSE -> frame(fault, place, FindingKind.TIMED_OUT, "did not answer our close");
      case LOGIN, UPGRADE -> throw new IllegalArgumentException(place.name());
    };
  }

  private static Case login(ReplyFault fault, FindingKind kind, String words) {
    return new Case(fault, LOGIN, kind, Step.LOGIN, words);
  }

  private static Case upgrade(ReplyFault fault, FindingKind kind, String words) {
    return new Case(fault, UPGRADE, kind, Step.CONNECT, words);
  }

  private static Case frame(FrameFault fault, RelayPlace place, FindingKind kind, String words) {
    Step step =
        switch (place) {
          case WELCOME -> Step.WELCOME;
          case SEND, EVENTS -> Step.EVENTS;
          case CLOSE -> Step.CLOSE;
          case LOGIN, UPGRADE -> throw new IllegalArgumentException(place.name());
        };
    return new Case(fault, place, kind, step, words);
  }

  private static Run walk(@Nullable Case one, DemoAccount account, TimeLimits limits)
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
    assertThat(cases().map(Case::fault).distinct())
        .containsAll(Arrays.asList(ReplyFault.values()))
        .containsAll(Arrays.asList(FrameFault.values()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isNamedInItsStepAndInTime(Case one) throws Exception {
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
