package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.fault.RecoveryFaults.BURST_LOSES_ONE;
import static io.goldenpath.catalogue.fault.RecoveryFaults.DEAF_AFTER_MALFORMED;
import static io.goldenpath.catalogue.fault.RecoveryFaults.DEAF_AGAIN;
import static io.goldenpath.catalogue.fault.RecoveryFaults.DIES_ON_BURST;
import static io.goldenpath.catalogue.fault.RecoveryFaults.DIES_ON_MALFORMED;
import static io.goldenpath.catalogue.fault.RecoveryFaults.REFUSES_AGAIN;
import static io.goldenpath.catalogue.fault.RecoveryFaults.RESUMES_TWICE;
import static io.goldenpath.catalogue.fault.RecoveryFaults.RESUMES_WITH_GAP;
import static io.goldenpath.catalogue.fault.RecoveryFaults.SHUT_AGAIN;
import static io.goldenpath.catalogue.fault.RecoveryFaults.WELCOME_LATE_AGAIN;
import static io.goldenpath.catalogue.variant.SessionVariants.RESUMES_RUNS;
import static io.goldenpath.demo.fault.ShippedFaults.DROPPED_MID_RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.demo.fault.DemoBehaviour;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.model.time.Stopwatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows on bad messages, lost connections and rushes. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for RecoveryIT plays the same faults")
class RecoveryFaultIT {

  private static final String QUESTION = "Repeat the code KWXQZ and tell me: what is 17 + 25?";
  private static final long QUIET = 900;

  @SuppressWarnings("NullAway.Init")
  private static DemoPlatform demo;

  private static int lastAccount;

  private int account;

  @BeforeAll
  static void start() {
    demo = DemoPlatform.start(0, new DemoSetup(60, 7));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  /** Each test has a user of its own, who has not been here before. */
  @BeforeEach
  void takeAnAccount() {
    account = ++lastAccount;
  }

  @AfterEach
  void switchOff() {
    demo.faults().switchOff();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":",
        "",
        "[1,2]",
        "\"text\"",
        "{}",
        "{\"payload\":{\"content\":\"x\"}}",
        "{\"type\":17}",
        "{\"type\":\"user_message\"}",
        "{\"type\":\"user_message\",\"payload\":\"x\"}",
        "{\"type\":\"user_message\",\"payload\":{\"content\":17}}",
        "too long",
        "enormous"
      })
  void survivesWhatIsMalformedUnlessToldToDie(String message) throws Exception {
    String malformed =
        switch (message) {
          case "too long" -> tooLong(8192);
          case "enormous" -> tooLong(300_000);
          default -> message;
        };
    try (TestClient client = welcomed()) {
      client.send(malformed);
      assertThat(answer(client)).contains("KWXQZ");

      demo.faults().switchOn(DIES_ON_MALFORMED);
      client.send(malformed);
      assertThat(client.story(300)).containsExactly("end 1011");
    }
  }

  @Test
  void survivesBytesWhereTextIsSpoken() throws Exception {
    try (TestClient client = welcomed()) {
      client.send(new byte[3000]);

      assertThat(answer(client)).contains("KWXQZ");
    }
  }

  @Test
  void hearsAMessageInParts() throws Exception {
    try (TestClient client = welcomed()) {
      client.askInParts(QUESTION + " " + "And nothing else. ".repeat(200));

      assertThat(client.await("agent_completed").text()).contains("KWXQZ");
    }
  }

  @Test
  void answersNothingOnceAMessageWasMalformed() throws Exception {
    demo.faults().switchOn(DEAF_AFTER_MALFORMED);
    try (TestClient client = welcomed()) {
      assertThat(answer(client)).contains("KWXQZ");
      client.send("{\"type\":");
      assertThat(client.next(100)).isNull();
      client.ask(QUESTION);
      client.send("{\"type\":\"ping\"}");

      assertThat(client.story(QUIET)).isEmpty();
      client.await("ping");
    }
    try (TestClient other = welcomed()) {
      assertThat(answer(other)).contains("KWXQZ");
    }
  }

  @Test
  void welcomesLateWhoComesBack() throws Exception {
    demo.faults().switchOn(WELCOME_LATE_AGAIN);

    assertThat(millisUntilWelcome()).isLessThan(1000);
    assertThat(millisUntilWelcome()).isBetween(1150L, 2000L);
  }

  @Test
  void refusesTheUpgradeOfWhoComesBack() throws Exception {
    demo.faults().switchOn(REFUSES_AGAIN);
    String token = TestClient.token(demo, demo.accounts().number(account));
    TestClient.bearing(demo, token).close();

    assertThat(TestClient.refusal(demo, token)).isEqualTo(503);
    demo.faults().switchOff();
    welcomed().close();
  }

  @Test
  void shutsOutWhoComesBack() throws Exception {
    demo.faults().switchOn(SHUT_AGAIN);
    welcomed().close();

    try (TestClient again = connect()) {
      assertThat(again.story(400)).containsExactly("error", "end 1011");
    }
  }

  @Test
  void isDeafToWhoComesBack() throws Exception {
    demo.faults().switchOn(DEAF_AGAIN);
    try (TestClient first = welcomed()) {
      assertThat(answer(first)).contains("KWXQZ");
    }

    try (TestClient again = welcomed()) {
      again.ask(QUESTION);
      again.send("{\"type\":\"ping\"}");
      assertThat(again.story(QUIET)).isEmpty();
    }
  }

  @Test
  void losesARunWithItsConnection() throws Exception {
    List<String> first = cutInMidRun();
    List<String> rest = again();

    assertThat(first).hasSize(2);
    assertThat(rest).isEmpty();
  }

  @Test
  void goesOnWithALostRunOnTheNextConnection() throws Exception {
    demo.faults().switchOn(RESUMES_RUNS);
    List<String> all = new ArrayList<>(cutInMidRun());
    all.addAll(again());

    assertThat(all).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void goesOnWithARunThatItHasCutItself() throws Exception {
    demo.faults().switchOn(RESUMES_RUNS);
    demo.faults().switchOn(DROPPED_MID_RUN);
    List<String> all = new ArrayList<>();
    try (TestClient client = welcomed()) {
      client.ask(QUESTION);
      client.texts(QUIET).forEach(event -> all.add(event.text()));
    }
    assertThat(all).hasSize(2);
    all.addAll(again());

    assertThat(all).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void goesOnWithARunWhoseUserIsBackBeforeTheNextEvent() throws Exception {
    demo.faults().switchOn(RESUMES_RUNS);
    try (TestClient first = welcomed()) {
      first.ask(QUESTION);
      first.await("agent_started");
      try (TestClient second = welcomed()) {
        first.cut();

        assertThat(second.story(QUIET))
            .containsExactly(
                "agent_thinking", "tool_executing", "tool_completed", "agent_completed");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resumes_with_gap", "resumes_twice"})
  void goesOnNotQuiteRight(String name) throws Exception {
    DemoBehaviour fault = DemoCatalogue.named(name);
    demo.faults().switchOn(fault);
    cutInMidRun();
    List<String> rest = again();

    if (fault.equals(RESUMES_WITH_GAP)) {
      assertThat(rest).hasSize(2);
    } else {
      assertThat(fault).isEqualTo(RESUMES_TWICE);
      assertThat(rest).hasSize(4);
      assertThat(rest.get(0)).contains("tool_executing");
      assertThat(rest.get(1)).contains("tool_executing");
    }
  }

  @Test
  void takesABurst() throws Exception {
    try (TestClient client = welcomed()) {
      List<String> story = burst(client, 5);

      assertThat(Collections.frequency(story, "agent_completed")).isEqualTo(5);
    }
  }

  @Test
  void diesOnABurst() throws Exception {
    demo.faults().switchOn(DIES_ON_BURST);
    try (TestClient client = welcomed()) {
      assertThat(burst(client, 5)).contains("end 1008").doesNotContain("agent_completed");
    }
    try (TestClient patient = welcomed()) {
      assertThat(Collections.frequency(burst(patient, 3), "agent_completed")).isEqualTo(3);
    }
  }

  @Test
  void losesOneMessageOfABurst() throws Exception {
    demo.faults().switchOn(BURST_LOSES_ONE);
    try (TestClient client = welcomed()) {
      assertThat(Collections.frequency(burst(client, 6), "agent_completed")).isEqualTo(5);
    }
  }

  private static List<String> burst(TestClient client, int messages) throws Exception {
    for (int i = 0; i < messages; i++) {
      client.ask(QUESTION);
    }
    return client.story(QUIET);
  }

  /** The first two events of a run, whose connection the client then ends. */
  private List<String> cutInMidRun() throws Exception {
    try (TestClient client = welcomed()) {
      client.ask(QUESTION);
      String started = client.await("agent_started").text();
      String thinking = client.await("agent_thinking").text();
      client.cut();
      return List.of(started, thinking);
    }
  }

  /** What comes on the next connection after its welcome. */
  private List<String> again() throws Exception {
    try (TestClient client = welcomed()) {
      return client.texts(QUIET).stream().map(Seen.Text::text).toList();
    }
  }

  private long millisUntilWelcome() throws Exception {
    long before = Stopwatch.SYSTEM.nanos();
    welcomed().close();
    return (Stopwatch.SYSTEM.nanos() - before) / 1_000_000;
  }

  private static String answer(TestClient client) throws Exception {
    client.ask(QUESTION);
    return client.await("agent_completed").text();
  }

  private static String tooLong(int bytes) {
    return "{\"type\":\"user_message\",\"content\":\"" + "x".repeat(bytes) + "\"}";
  }

  private TestClient connect() throws Exception {
    return TestClient.connect(demo, demo.accounts().number(account));
  }

  private TestClient welcomed() throws Exception {
    TestClient client = connect();
    client.await("system_message");
    return client;
  }
}
