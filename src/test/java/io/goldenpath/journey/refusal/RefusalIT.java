package io.goldenpath.journey.refusal;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.goldenpath.catalogue.fault.WelcomeFaults;
import io.goldenpath.catalogue.variant.SessionVariants;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.DemoLog;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.DemoScope;
import io.goldenpath.demo.platform.DemoSetup;
import io.goldenpath.demo.script.DemoActivity;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.journey.recovery.DemoAccountRun;
import io.goldenpath.model.run.Run;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad tokens against platforms that refuse them, in every way. Those that do not: DetectionIT. */
class RefusalIT {

  private static final String ALL = "refusal: { every: 1h }";
  private static final ExecutorService WALKERS = Executors.newVirtualThreadPerTaskExecutor();

  @AfterAll
  static void stop() {
    WALKERS.shutdownNow();
  }

  /** Each on a platform of its own, for whoever brings no token is nobody in particular there. */
  @TestFactory
  Stream<DynamicTest> passesHoweverBadTokensAreRefusedAndNeverTriesTwoInARow() {
    return Map.of(
        SessionVariants.RESUMES_RUNS, 1,
        SessionVariants.REFUSES_AT_UPGRADE, 1,
        SessionVariants.REFUSES_WITH_403, 1,
        SessionVariants.REFUSES_BY_1008, 1,
        SessionVariants.REFUSES_BY_4401, 1,
        SessionVariants.AUTH_BREAKER, 4)
        .entrySet()
        .stream()
        .map(one -> {
          Future<?> walk = WALKERS.submit(() -> passes(one.getKey(), one.getValue()));
          return DynamicTest.dynamicTest(one.getKey().name(), () -> walk.get(60, TimeUnit.SECONDS));
        })
        .toList()
        .stream();
  }

  private static @Nullable Void passes(DemoBehaviour variant, int runs) throws Exception {
    try (DemoPlatform demo = demo();
        DemoAccountRun demoAccountRun = new DemoAccountRun(demo, 1, ALL)) {
      DemoLog log = DemoLog.of(demo);
      demo.faults().switchOn(variant);
      for (int i = 0; i < runs; i++) {
        DemoAccountRun.assertPassed(demoAccountRun.run());
      }

      assertThat(String.join(" ", upgrades(log)))
          .isEqualTo(
              String.join(
                  " ",
                  nCopies(demoAccountRun.walked(), "bad good bad good bad good bad good good")));
    }
    return null;
  }

  /** The fifth bad token opens it: that is ours, or the last of the others'. */
  @ParameterizedTest
  @CsvSource({"4, bad bad", "5, bad"})
  void stopsAtOnceWhereABreakerIsOpen(int others, String ours) throws Exception {
    try (DemoPlatform demo = demo();
        DemoAccountRun demoAccountRun = new DemoAccountRun(demo, 1, ALL)) {
      DemoLog log = DemoLog.of(demo);
      demo.faults().switchOn(SessionVariants.AUTH_BREAKER);
      for (int i = 0; i < others; i++) {
        stranger(demo);
      }

      Run run = demoAccountRun.run();

      assertThat(DemoAccountRun.signs(run))
          .as(DemoAccountRun.story(run))
          .containsExactly("shed in welcome (error)");
      assumeThat(demoAccountRun.walked()).isEqualTo(1);
      assertThat(String.join(" ", upgrades(log).subList(others, upgrades(log).size())))
          .isEqualTo(ours);
    }
  }

  @Test
  void beginsWithAGoodTokenWhereTheLastRunEndedOnABadOne() throws Exception {
    try (DemoPlatform demo = demo();
        DemoAccountRun demoAccountRun =
            new DemoAccountRun(demo, 1, "refusal: { tokens: [none, garbage] }")) {
      DemoLog log = DemoLog.of(demo);
      String email = demo.accounts().number(1).email();
      demo.faults().switchOn(WelcomeFaults.NO_WELCOME, DemoScope.user(email).runs(1));
      assertThat(DemoAccountRun.signs(demoAccountRun.run()))
          .containsExactly("welcome_missing in welcome (error)");
      assumeThat(demoAccountRun.walked()).isEqualTo(1);
      assertThat(upgrades(log)).containsExactly("bad", "good");

      DemoAccountRun.assertPassed(demoAccountRun.run());

      assertThat(upgrades(log).subList(2, 7)).containsExactly("good", "bad", "good", "bad", "good");
    }
  }

  @Test
  void logsOutASessionApartAndWalksThePathWithANewOne() throws Exception {
    try (DemoPlatform demo = demo();
        DemoAccountRun demoAccountRun =
            new DemoAccountRun(
                demo, 1, "refusal: { tokens: [expired], revoke-url: /demo/auth/logout }")) {
      DemoLog log = DemoLog.of(demo);
      String email = demo.accounts().number(1).email();

      DemoAccountRun.assertPassed(demoAccountRun.run());
      assumeThat(demoAccountRun.walked()).isEqualTo(1);
      assertThat(log.details(Kind.LOGIN, email)).hasSize(3);
      assertThat(log.details(Kind.LOGOUT, email)).hasSize(1);
      DemoAccountRun.assertPassed(demoAccountRun.run());

      assertThat(log.details(Kind.LOGIN, email)).hasSize(1 + 2 * demoAccountRun.walked());
    }
  }

  private static DemoPlatform demo() {
    return DemoPlatform.start(0, new DemoSetup(1, 7));
  }

  /** The upgrades in turn: good ones were let in. */
  private static List<String> upgrades(DemoLog log) {
    List<String> upgrades = new ArrayList<>();
    for (DemoActivity entry : log.entries()) {
      if (entry.kind() == Kind.UPGRADE) {
        upgrades.add("bad");
      } else if (entry.kind() == Kind.CONNECTED && !upgrades.isEmpty()) {
        upgrades.set(upgrades.size() - 1, "good");
      }
    }
    return upgrades;
  }

  /** Somebody else without a token, who waits until the platform has noticed. */
  private static void stranger(DemoPlatform demo) throws Exception {
    CompletableFuture<Integer> refused = new CompletableFuture<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      client
          .newWebSocketBuilder()
          .buildAsync(
              URI.create("ws://127.0.0.1:" + demo.port() + "/demo/ws"),
              new WebSocket.Listener() {
                @Override
                public @Nullable CompletionStage<?> onClose(
                    WebSocket socket, int code, String reason) {
                  refused.complete(code);
                  return null;
                }
              });
      refused.get(5, TimeUnit.SECONDS);
    }
  }
}
