package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.fault.FirstFaults.DROPPED_MID_RUN;
import static io.goldenpath.catalogue.fault.FirstFaults.EMPTY_ANSWER;
import static io.goldenpath.catalogue.fault.FirstFaults.FABRICATED;
import static io.goldenpath.catalogue.fault.FirstFaults.SILENT_AFTER_MESSAGE;
import static io.goldenpath.catalogue.fault.FirstFaults.SILENT_AFTER_UPGRADE;
import static io.goldenpath.catalogue.fault.FirstFaults.SLOW;
import static io.goldenpath.catalogue.fault.FirstFaults.WRONG_SUM;
import static io.goldenpath.demo.platform.DemoExtension.CODE;
import static io.goldenpath.demo.platform.DemoExtension.EVENTS;
import static io.goldenpath.demo.platform.DemoExtension.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.model.time.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults that a newcomer tries first. */
class ShippedFaultIT {

  private static final long QUIET = 700;
  private static final long SLOW_QUIET = 900;
  private static final long SILENCE = 3500;
  private static final long UNTIL_ITS_END = 10_000;
  private static final long FABRICATED_SHORTEST_NANOS = 250_000_000;
  private static final long FABRICATED_LONGEST_NANOS = 3_000_000_000L;
  private static final long SLOW_FIRST_EVENT_NANOS = 2_000_000_000;
  private static final long SLOW_SHORTEST_NANOS = 1_700_000_000L;
  private static final long SLOW_LONGEST_NANOS = 6_000_000_000L;
  private static final long SLOW_LONGEST_PAUSE_NANOS = 1_500_000_000;

  @RegisterExtension static final DemoExtension demo = DemoExtension.wholeCatalogue();

  @Test
  void isSilentAfterTheUpgrade() throws Exception {
    demo.faults().switchOn(SILENT_AFTER_UPGRADE);

    try (TestClient client = demo.connect(1)) {
      client.ask(QUESTION);

      assertThat(client.next(SILENCE)).isNull();
    }
  }

  @Test
  void isSilentAfterTheMessageWhileHeartbeatsGoOn() throws Exception {
    demo.faults().switchOn(SILENT_AFTER_MESSAGE);

    try (TestClient client = demo.welcomed(1)) {
      client.ask(QUESTION);

      assertThat(client.story(QUIET)).isEmpty();
      client.await("ping");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "no_agent_started, agent_started",
    "no_agent_thinking, agent_thinking",
    "no_tool_executing, tool_executing",
    "no_tool_completed, tool_completed",
    "no_agent_completed, agent_completed"
  })
  void leavesOutOneEvent(String fault, String missing) throws Exception {
    demo.faults().switchOn(DemoCatalogue.named(fault));
    List<String> others = new ArrayList<>(EVENTS);
    others.remove(missing);

    assertThat(storyOf(1)).isEqualTo(others);
  }

  @Test
  void dropsTheConnectionInMidRunWithoutCloseFrame() throws Exception {
    demo.faults().switchOn(DROPPED_MID_RUN);
    DemoAccount account = demo.accounts().number(3);

    try (TestClient client = demo.welcomed(3)) {
      client.ask(QUESTION);
      assertThat(client.story(UNTIL_ITS_END))
          .containsExactly("agent_started", "agent_thinking", "end 1006");
    }
    await()
        .untilAsserted(
            () -> assertThat(demo.log().details(Kind.CLOSED_BY_US, account.email())).hasSize(1));
  }

  @Test
  void fabricatesARun() throws Exception {
    demo.faults().switchOn(FABRICATED);

    try (TestClient client = demo.welcomed(1)) {
      client.ask(QUESTION);
      List<Seen.Text> events = client.texts(QUIET);

      assertThat(events)
          .extracting(event -> event.json().at("/data/event").stringValue())
          .isEqualTo(EVENTS);
      assertThat(events.getLast().text())
          .contains("Agent response for: " + QUESTION, "\"real_llm_used\":false");
      assertThat(events.getLast().nanos() - events.getFirst().nanos())
          .isBetween(FABRICATED_SHORTEST_NANOS, FABRICATED_LONGEST_NANOS);
    }
  }

  @Test
  void addsUpWrongly() throws Exception {
    demo.faults().switchOn(WRONG_SUM);

    assertThat(demo.result(1)).contains(CODE, "17 + 25 = 43").doesNotContain("42");
  }

  @Test
  void answersNothing() throws Exception {
    demo.faults().switchOn(EMPTY_ANSWER);

    assertThat(demo.result(1)).isEmpty();
  }

  @Test
  void isSlowWithoutStandingStill() throws Exception {
    demo.faults().switchOn(SLOW);

    try (TestClient client = demo.welcomed(1)) {
      long before = Stopwatch.SYSTEM.nanos();
      client.ask(QUESTION);
      List<Seen.Text> events = client.texts(SLOW_QUIET);

      assertThat(events).hasSize(5);
      assertThat(events.getFirst().nanos() - before).isLessThan(SLOW_FIRST_EVENT_NANOS);
      assertThat(events.getLast().nanos() - before)
          .isBetween(SLOW_SHORTEST_NANOS, SLOW_LONGEST_NANOS);
      for (int i = 1; i < events.size(); i++) {
        assertThat(events.get(i).nanos() - events.get(i - 1).nanos())
            .isLessThan(SLOW_LONGEST_PAUSE_NANOS);
      }
    }
  }

  private static List<String> storyOf(int account) throws Exception {
    try (TestClient client = demo.welcomed(account)) {
      client.ask(QUESTION);
      return client.story(QUIET);
    }
  }
}
