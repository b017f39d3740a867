package io.goldenpath.journey.recovery;

import static io.goldenpath.catalogue.fault.RecoveryFaults.DEAF_AGAIN;
import static io.goldenpath.catalogue.fault.RecoveryFaults.DIES_ON_MALFORMED;
import static io.goldenpath.catalogue.fault.RecoveryFaults.WELCOME_LATE_AGAIN;
import static io.goldenpath.catalogue.variant.SessionVariants.RESUMES_RUNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.fault.DisconnectFaults;
import io.goldenpath.catalogue.fault.SilenceFaults;
import io.goldenpath.demo.platform.DemoLog;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.DemoScope;
import io.goldenpath.demo.platform.DemoSetup;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.journey.recovery.DemoAccountRun.Case;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Users who lose their connection, or say what nobody understands. */
class RecoveryIT {

  private static final int ACCOUNTS = 60;

  @SuppressWarnings("NullAway.Init")
  private static DemoPlatform demo;

  @SuppressWarnings("NullAway.Init")
  private static ExecutorService walkers;

  @BeforeAll
  static void start() {
    demo = DemoPlatform.start(0, new DemoSetup(ACCOUNTS, 7));
    walkers = Executors.newVirtualThreadPerTaskExecutor();
  }

  @AfterAll
  static void stop() {
    walkers.shutdownNow();
    demo.close();
  }

  @TestFactory
  Stream<DynamicTest> recoversOrSaysWhatKeepsItFromIt() {
    List<Case> cases = new ArrayList<>();
    for (String cut : List.of("client", "reset")) {
      String bare = "recovery: { malformed: [], cut: " + cut;
      for (String then : List.of("resume", "resend", "either")) {
        cases.add(Case.good(RESUMES_RUNS, bare + ", then: " + then + " }"));
      }
      cases.add(Case.good(RESUMES_RUNS, bare + ", cut-after: tool_executing, then: resume }"));
      cases.add(Case.good(null, bare + ", then: resend }"));
      cases.add(Case.good(null, bare + ", then: either }"));
      cases.add(Case.good(null, bare + ", cut-after: agent_completed, then: resume }"));
      cases.add(Case.bad(null, bare + ", then: resume }", "not_recovered in events (error)"));
    }
    for (String kind :
        List.of("broken-json", "empty", "array", "missing-fields", "wrong-types", "oversized")) {
      cases.add(Case.good(null, "recovery: { cut: none, malformed: [" + kind + "] }"));
    }
    cases.add(Case.good(null, "recovery: { cut: none, malformed: [] }"));
    cases.add(Case.good(null, "recovery: { cut: none, malformed: [], reconnects: 3 }"));
    cases.add(Case.good(null, "recovery: { cut: none, malformed: [], burst: 12 }"));
    cases.add(Case.good(null, "recovery: { cut: server, malformed: [] }"));
    String server = "recovery: { cut: server, malformed: [], then: resend }";
    cases.add(Case.bad(DisconnectFaults.CUT_IN_TOOL, server, "dropped in events (info)").first(1));
    cases.add(
        Case.bad(DisconnectFaults.CLOSED_FOR_RESTART, server, "dropped in events (info)").first(1));
    cases.add(Case.bad(DisconnectFaults.CLOSED_BY_LOAD, server, "shed in events (error)"));
    cases.add(
        Case.bad(
            DisconnectFaults.CUT_IN_TOOL,
            server,
            "dropped in events (error)",
            "not_recovered in events (error)"));
    cases.add(
        Case.bad(
            WELCOME_LATE_AGAIN,
            "recovery: { malformed: [], limits: { reconnect: 800ms } }",
            "welcome_missing in reconnect (error)",
            "reconnect_failed in reconnect (error)"));
    cases.add(
        Case.bad(
            DIES_ON_MALFORMED,
            "recovery: { malformed: [broken-json, empty, array] }",
            "dropped in send (error)"));
    cases.add(
        Case.bad(
            DEAF_AGAIN,
            "recovery: { malformed: [], then: either }",
            "not_recovered in events (error)"));
    cases.add(
        Case.bad(
            SilenceFaults.SYSTEM_MESSAGES_ONLY,
            "recovery: { malformed: [] }",
            "silent in events (error)"));
    return DemoAccountRun.all(demo, walkers, cases, RecoveryIT::assertWholePath);
  }

  @Test
  void opensNoMoreSocketsThanItsPlanCounts() throws Exception {
    String email = demo.accounts().number(ACCOUNTS).email();
    try (DemoAccountRun demoAccountRun =
        new DemoAccountRun(
            demo, ACCOUNTS, "recovery: { cut: client, then: resend, reconnects: 4 }")) {
      DemoLog log = DemoLog.of(demo);
      demo.faults().switchOn(DIES_ON_MALFORMED, DemoScope.user(email));

      demoAccountRun.run();

      assertThat(log.details(Kind.CONNECTED, email)).hasSize(7 * demoAccountRun.walked());
    }
  }

  @Test
  void endsWithinItsTimeout() throws Exception {
    try (DemoAccountRun demoAccountRun =
        new DemoAccountRun(
            demo, ACCOUNTS - 1, "recovery: { every: never, timeout: 600ms, burst: 3 }")) {
      Run run = demoAccountRun.run();

      assertThat(run.duration()).isLessThan(Duration.ofSeconds(10));
      assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
    }
  }

  /** The last run is told as one, over however many connections it went. */
  private static void assertWholePath(Run run) {
    UserRun user = run.users().getFirst();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(user.events())
        .extracting(EventArrival::event)
        .containsExactly(
            "agent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_completed");
    assertThat(user.steps())
        .filteredOn(step -> step.step() != Step.RECONNECT)
        .extracting(StepResult::state)
        .isSubsetOf(StepResult.State.PASSED, StepResult.State.REUSED);
    assertThat(user.timeToAnswer()).isPresent();
  }
}
