package io.goldenpath.demo.platform;

import static io.goldenpath.demo.platform.TwoUsers.BENS;
import static io.goldenpath.demo.platform.TwoUsers.EVE;
import static io.goldenpath.demo.platform.TwoUsers.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.catalogue.fault.RoutingFaults;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.platform.TwoUsers.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two users at once, of whom one is sent the other's events. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for LeakIT plays the same faults")
class RoutingFaultIT {

  @RegisterExtension static final DemoExtension demo = new DemoExtension();

  private final TwoUsers users = new TwoUsers(demo);

  @Test
  void sendsAnEventOfAnothersRunHereToo() throws Exception {
    Told told = users.together(RoutingFaults.STRANGERS_EVENT);

    assertThat(told.adas("agent_thinking"))
        .extracting(TwoUsers::run)
        .containsExactly(told.adasRun(), told.bensRun());
    assertThat(told.adas("agent_thinking").getLast().text()).doesNotContain("user_id");
    assertThat(told.bens("agent_thinking")).hasSize(1);
  }

  @Test
  void sendsAllOfAnothersRunHereToo() throws Exception {
    Told told = users.together(RoutingFaults.STRANGERS_RUN_COPIED);

    assertThat(told.ofAda()).filteredOn(event -> run(event).equals(told.bensRun())).hasSize(5);
    assertThat(told.ofAda()).filteredOn(event -> run(event).equals(told.adasRun())).hasSize(5);
    assertThat(told.ada()).contains(BENS);
    assertThat(told.ofBen()).hasSize(5);
  }

  @Test
  void sendsAThoughtToEverybodyWhoHasAskedNothing() throws Exception {
    demo.faults().switchOn(RoutingFaults.BROADCAST_TO_IDLE, users.adasNextRun());
    try (TestClient idle = demo.welcomed(EVE)) {
      Told told = users.together();
      List<Seen.Text> overheard = TwoUsers.texts(idle);

      assertThat(overheard).extracting(TwoUsers::run).containsExactly(told.adasRun());
      assertThat(overheard.getFirst().text()).doesNotContain("user_id");
      assertThat(told.ofBen()).hasSize(5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "diverted_event, 4, 6, agent_thinking",
    "diverted_answer, 4, 6, agent_completed",
    "diverted_run, 0, 10, agent_started"
  })
  void sendsToAnotherWhatIsOnesOwn(String fault, int left, int got, String type) throws Exception {
    Told told = users.together(DemoCatalogue.named(fault));

    assertThat(told.ofAda()).hasSize(left);
    assertThat(told.ofBen()).hasSize(got);
    assertThat(told.adas(type)).isEmpty();
    assertThat(told.bens(type))
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.text()).doesNotContain("user_id"));
  }
}
