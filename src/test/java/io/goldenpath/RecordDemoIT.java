package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.FaultCatalogue;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.model.finding.FindingKind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code record TARGET} on the demo platform, whose contract asks for less than it sends. */
class RecordDemoIT {

  @TempDir private static Path folder;
  private static DemoPlatform demo;
  private static TightenedTarget recorded;

  @BeforeAll
  static void record() throws IOException {
    demo = DemoPlatform.start(0);
    recorded = TightenedTarget.of(folder, settings(), "--runs", "3");
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @AfterEach
  void calm() {
    demo.faults().switchOff();
  }

  private static String settings() {
    DemoAccount account = demo.accounts().number(1);
    return """
    goldenpath:
      targets:
        it:
          login: { type: password, url: "http://127.0.0.1:PORT/demo/auth/login" }
          socket: { url: "ws://127.0.0.1:PORT/demo/ws" }
          users: [ { email: "EMAIL", password: "PASSWORD" } ]
          contract: loose
          listen: 50ms
          manners: { logins: 1000, connects: 60 }
      contracts:
        loose:
          events: [ { name: agent_started, within: 9s }, { name: agent_completed } ]
    """
        .replace("PORT", String.valueOf(demo.port()))
        .replace("EMAIL", account.email())
        .replace("PASSWORD", account.password());
  }

  @Test
  void saysOfEachLineWhyItIsThere() {
    assertThat(recorded.printed())
        .contains(
            "# Made of 3 runs of it/golden-path.",
            "extends: loose",
            "- name: agent_started  # in each of 3 runs, once",
            "within: 9s  # as before",
            "- name: tool_executing  # ? in each of 3 runs, once; min: 0 where it may do without",
            "- \"agent_started < agent_thinking < tool_executing < tool_completed"
                + " < agent_completed\"  # in each of 3 runs")
        .containsPattern("answer: \\{ degraded: \\S+, failed: \\S+ }  # .+ to .+ in 3 runs");
  }

  @Test
  void writesNoSecret() {
    DemoAccount account = demo.accounts().number(1);

    assertThat(recorded.printed() + recorded.told())
        .doesNotContain(account.email(), account.password(), account.id());
  }

  @Test
  void passesFurtherRuns() throws Exception {
    recorded.isValid();

    assertThat(recorded.run()).isEmpty();
    assertThat(recorded.run()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"no_agent_thinking, MISSING_EVENT", "thought_before_start, OUT_OF_ORDER"})
  void failsWhereTheOwnContractDoesNot(String fault, FindingKind kind) throws Exception {
    demo.faults().switchOn(FaultCatalogue.shipped().named(fault).orElseThrow());

    assertThat(recorded.runUntightened()).doesNotContain(kind);
    assertThat(recorded.run()).contains(kind);
  }

  @Test
  void learnsNothingFromRunsThatFail(@TempDir Path other) throws IOException {
    demo.faults().switchOn(FaultCatalogue.shipped().named("wrong_sum").orElseThrow());

    assertThat(TightenedTarget.refused(other, settings(), "--runs", "2"))
        .contains(
            "This run is not learned from: failed (wrong_answer in answer)",
            "None of 2 runs passed, so that there is nothing to learn from.",
            "'golden-path check it --journey golden-path --explain'");
  }
}
