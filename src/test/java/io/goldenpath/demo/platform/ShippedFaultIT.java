package io.goldenpath.demo.platform;

import static io.goldenpath.demo.fault.ShippedFaults.DROPPED_MID_RUN;
import static io.goldenpath.demo.fault.ShippedFaults.EMPTY_ANSWER;
import static io.goldenpath.demo.fault.ShippedFaults.FABRICATED;
import static io.goldenpath.demo.fault.ShippedFaults.SILENT_AFTER_MESSAGE;
import static io.goldenpath.demo.fault.ShippedFaults.SILENT_AFTER_UPGRADE;
import static io.goldenpath.demo.fault.ShippedFaults.SLOW;
import static io.goldenpath.demo.fault.ShippedFaults.WRONG_SUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.demo.fault.DemoScope;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.user.DemoAccount;
import io.goldenpath.demo.user.DemoLog.Kind;
import io.goldenpath.model.time.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults that a newcomer tries first. */
class ShippedFaultIT {

  private static final String QUESTION = "Repeat the code KWXQZ and tell me: what is 17 + 25?";
  private static final long QUIET = 700;
  private static final List<String> FIVE =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  @SuppressWarnings("NullAway.Init")
  private static DemoPlatform demo;

  @BeforeAll
  static void start() {
    demo = DemoPlatform.start(0, new DemoSetup(5, 7, DemoCatalogue.whole()));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @AfterEach
  void switchOff() {
    demo.faults().switchOff();
  }

  @Test
  void isSilentAfterTheUpgrade() throws Exception {
    demo.faults().switchOn(SILENT_AFTER_UPGRADE);

    try (TestClient client = connect(1)) {
      client.ask(QUESTION);

      assertThat(client.next(3500)).isNull();
    }
  }

  @Test
  void isSilentAfterTheMessageWhileHeartbeatsGoOn() throws Exception {
    demo.faults().switchOn(SILENT_AFTER_MESSAGE);

    try (TestClient client = welcomed(1)) {
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
    List<String> others = new ArrayList<>(FIVE);
    others.remove(missing);

    assertThat(storyOf(1)).isEqualTo(others);
  }

  @Test
  void dropsTheConnectionInMidRunWithoutCloseFrame() throws Exception {
    demo.faults().switchOn(DROPPED_MID_RUN);
    DemoAccount account = demo.accounts().number(3);

    assertThat(storyOf(3)).containsExactly("agent_started", "agent_thinking", "end 1006");
    await()
        .untilAsserted(
            () -> assertThat(demo.log().details(Kind.CLOSED_BY_US, account.email())).hasSize(1));
  }

  @Test
  void fabricatesARun() throws Exception {
    demo.faults().switchOn(FABRICATED);

    try (TestClient client = welcomed(1)) {
      client.ask(QUESTION);
      List<Seen.Text> events = texts(client.untilQuiet(QUIET));

      assertThat(events)
          .extracting(event -> event.json().at("/data/event").stringValue())
          .isEqualTo(FIVE);
      assertThat(events.getLast().text())
          .contains("Agent response for: " + QUESTION, "\"real_llm_used\":false");
      assertThat(events.getLast().nanos() - events.getFirst().nanos())
          .isBetween(390_000_000L, 600_000_000L);
    }
  }

  @Test
  void addsUpWrongly() throws Exception {
    demo.faults().switchOn(WRONG_SUM);

    assertThat(answer(1)).contains("KWXQZ", "17 + 25 = 43").doesNotContain("42");
  }

  @Test
  void answersNothing() throws Exception {
    demo.faults().switchOn(EMPTY_ANSWER);

    assertThat(answer(1)).isEmpty();
  }

  @Test
  void isSlowWithoutStandingStill() throws Exception {
    demo.faults().switchOn(SLOW);

    try (TestClient client = welcomed(1)) {
      long before = Stopwatch.SYSTEM.nanos();
      client.ask(QUESTION);
      List<Seen.Text> events = texts(client.untilQuiet(900));

      assertThat(events).hasSize(5);
      assertThat(events.getFirst().nanos() - before).isLessThan(500_000_000);
      assertThat(events.getLast().nanos() - before).isBetween(1_900_000_000L, 2_400_000_000L);
      for (int i = 1; i < events.size(); i++) {
        assertThat(events.get(i).nanos() - events.get(i - 1).nanos()).isLessThan(650_000_000);
      }
    }
  }

  @Test
  void showsAFaultToOneUserOnly() throws Exception {
    demo.faults().switchOn(EMPTY_ANSWER, DemoScope.user("probe-1@demo.example"));

    assertThat(answer(1)).isEmpty();
    assertThat(answer(2)).contains("KWXQZ");
  }

  @Test
  void showsAFaultUntilItIsSwitchedOffForThatUser() throws Exception {
    demo.faults().switchOn(EMPTY_ANSWER, DemoScope.user("probe-1@demo.example"));
    demo.faults().switchOn(EMPTY_ANSWER, DemoScope.user("probe-2@demo.example"));

    demo.faults().switchOff("probe-1@demo.example");

    assertThat(answer(1)).contains("KWXQZ");
    assertThat(answer(2)).isEmpty();
  }

  @Test
  void showsAFaultForSoManyRuns() throws Exception {
    demo.faults().switchOn(EMPTY_ANSWER, DemoScope.EVERYBODY.runs(2));

    assertThat(answer(1)).isEmpty();
    assertThat(answer(2)).isEmpty();
    assertThat(answer(1)).contains("KWXQZ");
  }

  @Test
  void showsAFaultOnTheNextConnectionForAsLongAsItLasts() throws Exception {
    demo.faults().switchOn(EMPTY_ANSWER, DemoScope.EVERYBODY.connections(1));

    try (TestClient bad = welcomed(1);
        TestClient good = welcomed(1)) {
      assertThat(answer(bad)).isEmpty();
      assertThat(answer(good)).contains("KWXQZ");
      assertThat(answer(bad)).isEmpty();
    }
  }

  @Test
  void takesOrdersOverHttp() throws Exception {
    assertThat(order("{\"fault\":\"empty_answer\",\"user\":\"probe-1@demo.example\",\"runs\":1}"))
        .contains("{\"fault\":\"empty_answer\",\"user\":\"probe-1@demo.example\",\"runs\":1,");
    assertThat(answer(1)).isEmpty();
    assertThat(TestClient.get(demo, "/demo/faults").body())
        .contains("\"on\":[]")
        .contains("\"empty_answer\":\"" + EMPTY_ANSWER.description() + "\"");

    order("{\"fault\":\"empty_answer\"}");
    assertThat(answer(2)).isEmpty();
    order("{\"fault\":\"none\"}");
    assertThat(answer(2)).contains("KWXQZ");
  }

  @Test
  void takesVariantsByTheSameOrders() throws Exception {
    assertThat(order("{\"fault\":\"flat_envelope\"}"))
        .contains("\"on\":[{\"fault\":\"flat_envelope\"")
        .contains("\"variants\":{\"emitter_envelope\":\"Sends ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"fault\":\"silence\"} | no fault 'silence'",
        "{\"fault\":\"slow\",\"user\":\"nobody\"} | no user 'nobody'",
        "{\"fault\":\"slow\",\"runs\":0} | count from 1",
        "{\"fault\":\"slow\",\"runs\":\"two\"} | runs must be a whole number",
        "{\"fault\":\"slow\",\"runs\":1,\"connections\":1} | not both",
        "{\"fault\": | not JSON"
      })
  void refusesOrdersThatItDoesNotUnderstand(String order, String complaint) throws Exception {
    var reply = TestClient.post(demo, "/demo/faults", order);

    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(reply.body()).contains(complaint);
    assertThat(demo.faults().on()).isEmpty();
  }

  private static String order(String order) throws Exception {
    var reply = TestClient.post(demo, "/demo/faults", order);
    assertThat(reply.statusCode()).isEqualTo(200);
    return reply.body();
  }

  private static TestClient connect(int account) throws Exception {
    return TestClient.connect(demo, demo.accounts().number(account));
  }

  private static TestClient welcomed(int account) throws Exception {
    TestClient client = connect(account);
    client.await("system_message");
    return client;
  }

  private static List<String> storyOf(int account) throws Exception {
    try (TestClient client = welcomed(account)) {
      client.ask(QUESTION);
      return client.story(QUIET);
    }
  }

  private static String answer(int account) throws Exception {
    try (TestClient client = welcomed(account)) {
      return answer(client);
    }
  }

  private static String answer(TestClient client) throws Exception {
    client.ask(QUESTION);
    return client.await("agent_completed").json().at("/payload/result").stringValue();
  }

  private static List<Seen.Text> texts(List<Seen> seen) {
    return seen.stream().filter(Seen.Text.class::isInstance).map(Seen.Text.class::cast).toList();
  }
}
