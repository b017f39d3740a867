package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.fault.FirstFaults.DROPPED_MID_RUN;
import static io.goldenpath.catalogue.fault.RecoveryFaults.RESUMES_TWICE;
import static io.goldenpath.catalogue.fault.RecoveryFaults.RESUMES_WITH_GAP;
import static io.goldenpath.catalogue.variant.SessionVariants.RESUMES_RUNS;
import static io.goldenpath.demo.platform.DemoExtension.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.demo.platform.TestClient.Seen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a run whose connection was lost. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for RecoveryIT plays the same faults")
class LostRunFaultIT {

  private static final long QUIET = 900;

  @RegisterExtension static final DemoExtension demo = DemoExtension.manyUsers();

  /** Each test has a user of its own, who has not been here before. */
  private final int account = demo.newcomer();

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
    try (TestClient client = demo.welcomed(account)) {
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
    try (TestClient first = demo.welcomed(account)) {
      first.ask(QUESTION);
      first.await("agent_started");
      try (TestClient second = demo.welcomed(account)) {
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

  /** The first two events of a run, whose connection the client then ends. */
  private List<String> cutInMidRun() throws Exception {
    try (TestClient client = demo.welcomed(account)) {
      client.ask(QUESTION);
      String started = client.await("agent_started").text();
      String thinking = client.await("agent_thinking").text();
      client.cut();
      return List.of(started, thinking);
    }
  }

  /** What comes on the next connection after its welcome. */
  private List<String> again() throws Exception {
    try (TestClient client = demo.welcomed(account)) {
      return client.texts(QUIET).stream().map(Seen.Text::text).toList();
    }
  }
}
