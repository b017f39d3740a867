package io.goldenpath.demo.platform;

import static io.goldenpath.demo.platform.TwoUsers.ADA;
import static io.goldenpath.demo.platform.TwoUsers.ADAS;
import static io.goldenpath.demo.platform.TwoUsers.BEN;
import static io.goldenpath.demo.platform.TwoUsers.BENS;
import static io.goldenpath.demo.platform.TwoUsers.EVE;
import static io.goldenpath.demo.platform.TwoUsers.EVES;
import static io.goldenpath.demo.platform.TwoUsers.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.catalogue.fault.LeakFaults;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.platform.TwoUsers.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two users at once, of whom one is told what is the other's. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for LeakIT plays the same faults")
class LeakFaultIT {

  private static final long SHORTLY = 100;

  @RegisterExtension static final DemoExtension demo = new DemoExtension();

  private final TwoUsers users = new TwoUsers(demo);

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
    Told told = users.together(DemoCatalogue.named(fault));

    assertThat(told.ada()).contains(leaked, ADAS).doesNotContain("\"" + users.ben().id());
    assertThat(told.ben()).contains(BENS).doesNotContain(ADAS, "probe-1@");
  }

  @Test
  void splitsTheCodeOverTwoThoughts() throws Exception {
    List<String> thoughts =
        users.together(LeakFaults.STRANGERS_CODE_SPLIT).adas("agent_thinking").stream()
            .map(event -> event.json().at("/payload/reasoning").stringValue())
            .toList();

    assertThat(thoughts).hasSize(3);
    assertThat(thoughts.get(1)).endsWith(" BEN");
    assertThat(thoughts.get(2)).startsWith("BEX ");
  }

  @Test
  void carriesTheIdWhereNoOwnerIsNamed() throws Exception {
    Seen.Text tool =
        users.together(LeakFaults.STRANGERS_ID_INSIDE).adas("tool_completed").getFirst();

    assertThat(tool.json().at("/payload/result/trace/subject").stringValue())
        .isEqualTo(users.ben().id());
    assertThat(tool.json().at("/payload/result/sum").intValue()).isEqualTo(3);
  }

  @Test
  void waitsALittleForSomebodyElseToAsk() throws Exception {
    demo.faults().switchOn(LeakFaults.STRANGERS_CODE, users.adasNextRun());
    try (TestClient ada = demo.welcomed(ADA);
        TestClient ben = demo.welcomed(BEN)) {
      ask(ada, ADAS);
      assertThat(ada.next(SHORTLY)).isNull();
      ask(ben, BENS);

      assertThat(ada.await("agent_completed").text()).contains(BENS);
    }
  }

  @Test
  void meetsWhoeverFollowsAmongTheAccounts() throws Exception {
    demo.faults().switchOn(LeakFaults.STRANGERS_CODE, users.adasNextRun());
    try (TestClient ada = demo.welcomed(ADA);
        TestClient ben = demo.welcomed(BEN);
        TestClient eve = demo.welcomed(EVE)) {
      ask(eve, EVES);
      ask(ada, ADAS);
      ask(ben, BENS);

      assertThat(ada.await("agent_completed").text()).contains(BENS).doesNotContain(EVES);
    }
  }

  @Test
  void meetsSomebodyElseWhereTheNextAsksNothing() throws Exception {
    demo.faults().switchOn(LeakFaults.STRANGERS_CODE, users.adasNextRun());
    try (TestClient ada = demo.welcomed(ADA);
        TestClient idle = demo.welcomed(BEN);
        TestClient eve = demo.welcomed(EVE)) {
      ask(eve, EVES);
      ask(ada, ADAS);

      assertThat(ada.await("agent_completed").text()).contains(EVES);
      assertThat(idle.story(SHORTLY)).isEmpty();
    }
  }

  @Test
  void leaksNothingToSomebodyWhoIsAlone() throws Exception {
    demo.faults().switchOn(LeakFaults.STRANGERS_CODE, users.adasNextRun());
    try (TestClient ada = demo.welcomed(ADA)) {
      ask(ada, ADAS);

      assertThat(ada.await("agent_completed").text()).contains(ADAS).doesNotContain("Another");
    }
  }
}
