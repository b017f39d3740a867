package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.variant.EnvelopeVariants.NAMELESS_FRAMES;
import static io.goldenpath.catalogue.variant.EnvelopeVariants.SHARED_TENANT_ID;
import static io.goldenpath.catalogue.variant.StreamVariants.NOTICE_TO_EVERYBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.catalogue.fault.LeakFaults;
import io.goldenpath.catalogue.fault.ResidueFaults;
import io.goldenpath.catalogue.fault.RoutingFaults;
import io.goldenpath.catalogue.variant.EnvelopeVariants;
import io.goldenpath.demo.fault.DemoBehaviour;
import io.goldenpath.demo.fault.DemoScope;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.user.DemoAccount;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two users at once, of whom Ada sees what is Ben's, or Ben what is Ada's. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for LeakIT plays the same faults")
class LeakFaultIT {

  private static final String ADAS = "ADADAQ";
  private static final String BENS = "BENBEX";
  private static final String EVES = "EVEEVY";
  private static final long QUIET = 800;

  @SuppressWarnings("NullAway.Init")
  private static DemoPlatform demo;

  @BeforeAll
  static void start() {
    demo = DemoPlatform.start(0);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @AfterEach
  void switchOff() {
    demo.faults().switchOff();
  }

  @ParameterizedTest
  @CsvSource({
    "strangers_code, BENBEX",
    "strangers_code_lower, benbex",
    "strangers_code_escaped, \\u0042\\u0045\\u004e\\u0042\\u0045\\u0058",
    "strangers_code_base64, c2Vzc2lvbjtrZXB0PXllcztjb2RlPUJFTkJFWD",
    "strangers_email, probe-2@demo.example",
    "strangers_email_in_notice, probe-2@demo.example"
  })
  void tellsOneUserWhatIsAnothers(String fault, String leaked) throws Exception {
    Told told = together(DemoCatalogue.named(fault));

    assertThat(told.ada()).contains(leaked, ADAS).doesNotContain("\"" + ben().id());
    assertThat(told.ben()).contains(BENS).doesNotContain(ADAS, "probe-1@");
  }

  @Test
  void splitsTheCodeOverTwoThoughts() throws Exception {
    List<String> thoughts =
        together(LeakFaults.STRANGERS_CODE_SPLIT).adas("agent_thinking").stream()
            .map(event -> event.json().at("/payload/reasoning").stringValue())
            .toList();

    assertThat(thoughts).hasSize(3);
    assertThat(thoughts.get(1)).endsWith(" BEN");
    assertThat(thoughts.get(2)).startsWith("BEX ");
  }

  @Test
  void carriesTheIdWhereNoOwnerIsNamed() throws Exception {
    Seen.Text tool = together(LeakFaults.STRANGERS_ID_INSIDE).adas("tool_completed").getFirst();

    assertThat(tool.json().at("/payload/result/trace/subject").stringValue()).isEqualTo(ben().id());
    assertThat(tool.json().at("/payload/result/sum").intValue()).isEqualTo(3);
  }

  @Test
  void sendsAnEventOfAnothersRunHereToo() throws Exception {
    Told told = together(RoutingFaults.STRANGERS_EVENT);

    assertThat(told.adas("agent_thinking"))
        .extracting(LeakFaultIT::run)
        .containsExactly(told.adasRun(), told.bensRun());
    assertThat(told.adas("agent_thinking").getLast().text()).doesNotContain("user_id");
    assertThat(told.bens("agent_thinking")).hasSize(1);
  }

  @Test
  void sendsAllOfAnothersRunHereToo() throws Exception {
    Told told = together(RoutingFaults.STRANGERS_RUN_COPIED);

    assertThat(told.ofAda()).filteredOn(event -> run(event).equals(told.bensRun())).hasSize(5);
    assertThat(told.ofAda()).filteredOn(event -> run(event).equals(told.adasRun())).hasSize(5);
    assertThat(told.ada()).contains(BENS);
    assertThat(told.ofBen()).hasSize(5);
  }

  @Test
  void sendsAThoughtToEverybodyWhoHasAskedNothing() throws Exception {
    demo.faults().switchOn(RoutingFaults.BROADCAST_TO_IDLE, ada(1));
    try (TestClient idle = welcomed(3)) {
      Told told = together();
      List<Seen.Text> overheard = texts(idle);

      assertThat(overheard).extracting(LeakFaultIT::run).containsExactly(told.adasRun());
      assertThat(overheard.getFirst().text()).doesNotContain("user_id");
      assertThat(told.ofBen()).hasSize(5);
    }
  }

  @Test
  void givesTwoUsersOneRunId() throws Exception {
    Told told = together(RoutingFaults.SHARED_RUN_ID);

    assertThat(told.adasRun()).isEqualTo(told.bensRun());
  }

  @Test
  void givesTwoUsersOneThreadId() throws Exception {
    Told told = together(RoutingFaults.SHARED_THREAD_ID);

    assertThat(thread(told.ofAda().getFirst())).isEqualTo(thread(told.ofBen().getFirst()));
    assertThat(told.adasRun()).isNotEqualTo(told.bensRun());
  }

  @Test
  void givesTwoUsersOneConnectionId() throws Exception {
    demo.faults().switchOn(RoutingFaults.SHARED_CONNECTION_ID, ada(1));
    try (TestClient ada = connect(1);
        TestClient ben = connect(2)) {
      Seen.Text adas = ada.await("system_message");

      assertThat(adas.json().at("/data/user_id").stringValue())
          .isEqualTo(demo.accounts().number(1).id());
      assertThat(adas.json().at("/data/connection_id"))
          .isEqualTo(ben.await("system_message").json().at("/data/connection_id"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "diverted_event, 4, 6, agent_thinking",
    "diverted_answer, 4, 6, agent_completed",
    "diverted_run, 0, 10, agent_started"
  })
  void sendsToAnotherWhatIsOnesOwn(String fault, int left, int got, String type) throws Exception {
    Told told = together(DemoCatalogue.named(fault));

    assertThat(told.ofAda()).hasSize(left);
    assertThat(told.ofBen()).hasSize(got);
    assertThat(told.adas(type)).isEmpty();
    assertThat(told.bens(type))
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.text()).doesNotContain("user_id"));
  }

  @Test
  void waitsALittleForSomebodyElseToAsk() throws Exception {
    demo.faults().switchOn(LeakFaults.STRANGERS_CODE, ada(1));
    try (TestClient ada = welcomed(1);
        TestClient ben = welcomed(2)) {
      ask(ada, ADAS);
      assertThat(ada.next(100)).isNull();
      ask(ben, BENS);

      assertThat(ada.await("agent_completed").text()).contains(BENS);
    }
  }

  @Test
  void meetsWhoeverFollowsAmongTheAccounts() throws Exception {
    demo.faults().switchOn(LeakFaults.STRANGERS_CODE, ada(1));
    try (TestClient ada = welcomed(1);
        TestClient ben = welcomed(2);
        TestClient eve = welcomed(3)) {
      ask(eve, EVES);
      ask(ada, ADAS);
      ask(ben, BENS);

      assertThat(ada.await("agent_completed").text()).contains(BENS).doesNotContain(EVES);
    }
  }

  @Test
  void meetsSomebodyElseWhereTheNextAsksNothing() throws Exception {
    demo.faults().switchOn(LeakFaults.STRANGERS_CODE, ada(1));
    try (TestClient ada = welcomed(1);
        TestClient idle = welcomed(2);
        TestClient eve = welcomed(3)) {
      ask(eve, EVES);
      ask(ada, ADAS);

      assertThat(ada.await("agent_completed").text()).contains(EVES);
      assertThat(idle.story(100)).isEmpty();
    }
  }

  @Test
  void leaksNothingToSomebodyWhoIsAlone() throws Exception {
    demo.faults().switchOn(LeakFaults.STRANGERS_CODE, ada(1));
    try (TestClient ada = welcomed(1)) {
      ask(ada, ADAS);

      assertThat(ada.await("agent_completed").text()).contains(ADAS).doesNotContain("Another");
    }
  }

  @Test
  void bringsBackEventsOfTheRunBefore() throws Exception {
    Told before = together();
    demo.faults().switchOn(ResidueFaults.RESIDUE_EVENTS, ada(1));

    try (TestClient ada = connect(1)) {
      List<Seen.Text> seen = ada.texts(QUIET);
      assertThat(seen).hasSize(6);
      assertThat(seen.subList(0, 5)).extracting(LeakFaultIT::run).containsOnly(before.adasRun());
      assertThat(seen.get(4).text()).contains(ADAS);
    }
  }

  @Test
  void bringsBackEventsOfAnother() throws Exception {
    Told before = together();
    demo.faults().switchOn(ResidueFaults.RESIDUE_OF_ANOTHER, ada(1));

    try (TestClient ada = connect(1)) {
      assertThat(ada.texts(QUIET).subList(0, 5))
          .allSatisfy(event -> assertThat(event.text()).doesNotContain("user_id"))
          .extracting(LeakFaultIT::run)
          .containsOnly(before.bensRun());
    }
  }

  @Test
  void bringsBackTheAnswerInANotice() throws Exception {
    together();
    demo.faults().switchOn(ResidueFaults.RESIDUE_ANSWER, ada(1));

    try (TestClient ada = connect(1)) {
      assertThat(ada.await("system_message").text()).contains("session_restored", ADAS);
    }
  }

  @Test
  void tellsAnothersCodeBeforeAnythingWasAsked() throws Exception {
    demo.faults().switchOn(ResidueFaults.STRANGERS_CODE_BEFORE_QUESTION, ada(1));
    try (TestClient ada = welcomed(1);
        TestClient ben = welcomed(2)) {
      ask(ben, BENS);

      assertThat(ada.await("system_message").text()).contains(BENS);
    }
  }

  @Test
  void refusesAThreadThatIsAnothers() throws Exception {
    try (TestClient ada = welcomed(1);
        TestClient ben = welcomed(2)) {
      ask(ben, BENS);
      String thread = thread(ben.await("agent_completed"));
      ask(ada, ADAS, thread);

      assertThat(ada.next(500))
          .isInstanceOfSatisfying(
              Seen.Text.class, refusal -> assertThat(refusal.text()).contains("THREAD_FORBIDDEN"));
      assertThat(ada.story(QUIET)).isEmpty();

      ask(ben, BENS, thread);
      assertThat(thread(ben.await("agent_completed"))).isEqualTo(thread);
    }
  }

  @Test
  void servesAnyThread() throws Exception {
    demo.faults().switchOn(RoutingFaults.ANY_THREAD, ada(1));
    try (TestClient ada = welcomed(1);
        TestClient ben = welcomed(2)) {
      ask(ben, BENS);
      String thread = thread(ben.await("agent_completed"));
      ask(ada, ADAS, thread);
      Seen.Text answer = ada.await("agent_completed");

      assertThat(thread(answer)).isEqualTo(thread);
      assertThat(answer.text()).contains(ADAS, BENS);
    }
  }

  @Test
  void tellsEverybodyTheSameNotice() throws Exception {
    demo.faults().switchOn(NOTICE_TO_EVERYBODY, ada(1));
    try (TestClient idle = welcomed(3)) {
      Told told = together();

      assertThat(told.adas("broadcast")).hasSize(1);
      assertThat(told.bens("broadcast")).hasSize(1);
      assertThat(idle.await("broadcast").text()).contains("Maintenance on Sunday");
    }
  }

  @Test
  void namesNobodyAndSharesATenant() throws Exception {
    demo.faults().switchOn(NAMELESS_FRAMES);
    demo.faults().switchOn(SHARED_TENANT_ID);
    demo.faults().switchOn(EnvelopeVariants.ISOLATED_ENVELOPE);
    try (TestClient ada = connect(1)) {
      ada.send("{\"type\":\"ping\"}");
      ask(ada, ADAS);

      assertThat(ada.texts(QUIET))
          .hasSizeGreaterThan(6)
          .allSatisfy(
              frame -> assertThat(frame.text()).contains("tenant_id").doesNotContain("user_id"));
    }
  }

  /** What two users were told who asked at the same time, without heartbeats. */
  private record Told(List<Seen.Text> ofAda, List<Seen.Text> ofBen) {

    String ada() {
      return String.join("\n", ofAda.stream().map(Seen.Text::text).toList());
    }

    String ben() {
      return String.join("\n", ofBen.stream().map(Seen.Text::text).toList());
    }

    List<Seen.Text> adas(String type) {
      return ofAda.stream().filter(seen -> seen.is(type)).toList();
    }

    List<Seen.Text> bens(String type) {
      return ofBen.stream().filter(seen -> seen.is(type)).toList();
    }

    String adasRun() {
      return run(adas("tool_executing").getFirst());
    }

    String bensRun() {
      return run(bens("tool_executing").getFirst());
    }
  }

  private static Told together(DemoBehaviour fault) throws Exception {
    demo.faults().switchOn(fault, ada(1));
    return together();
  }

  private static Told together() throws Exception {
    try (TestClient ada = welcomed(1);
        TestClient ben = welcomed(2)) {
      ask(ada, ADAS);
      ask(ben, BENS);
      List<Seen.Text> ofAda = texts(ada);
      return new Told(ofAda, texts(ben));
    }
  }

  private static List<Seen.Text> texts(TestClient client) throws Exception {
    return client.texts(QUIET);
  }

  private static void ask(TestClient client, String code) {
    client.ask("Repeat the code " + code + " and tell me: what is 1 + 2?");
  }

  private static void ask(TestClient client, String code, String thread) {
    client.send(
        "{\"type\":\"user_message\",\"payload\":{\"content\":\"Repeat the code %s\",\"thread_id\":\"%s\"}}"
            .formatted(code, thread));
  }

  private static String run(Seen.Text event) {
    return event.json().path("run_id").stringValue("");
  }

  private static String thread(Seen.Text event) {
    return event.json().path("thread_id").stringValue("");
  }

  private static DemoAccount ben() {
    return demo.accounts().number(2);
  }

  private static DemoScope ada(int runs) {
    return DemoScope.user(demo.accounts().number(1).email()).runs(runs);
  }

  private static TestClient connect(int account) throws Exception {
    return TestClient.connect(demo, demo.accounts().number(account));
  }

  private static TestClient welcomed(int account) throws Exception {
    TestClient client = connect(account);
    client.await("system_message");
    return client;
  }
}
