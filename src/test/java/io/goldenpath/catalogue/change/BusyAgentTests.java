package io.goldenpath.catalogue.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.script.AgentPace;
import io.goldenpath.demo.script.AskedQuestion;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.SendEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an agent tells that has much to do. */
class BusyAgentTests {

  private final Script busy =
      BusyAgent.of(
          new AskedQuestion(DemoRunIds.fresh("ada"), "Repeat the code KWXQZ, and what is 17 + 25?"),
          new AgentPace(7));

  @Test
  void tellsThirtyEventsOfEightToolsInTheTimeOfFive() {
    assertThat(busy.steps()).hasSize(30);
    assertThat(tools(DemoEvent.EXECUTING)).hasSize(8).doesNotHaveDuplicates();
    assertThat(tools(DemoEvent.EXECUTED)).isEqualTo(tools(DemoEvent.EXECUTING));
    assertThat(busy.steps().stream().map(ScriptStep::gap).reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofMillis(1400));
  }

  @Test
  void answersAsEver() {
    assertThat(busy.steps().getFirst().sends(DemoEvent.STARTED)).isTrue();
    assertThat(busy.steps().getLast().sends(DemoEvent.COMPLETED)).isTrue();
    assertThat(busy.event(DemoEvent.COMPLETED).body().path("result").stringValue())
        .contains("KWXQZ", "= 42.");
  }

  private List<String> tools(String type) {
    return busy.steps().stream()
        .filter(step -> step.sends(type))
        .map(step -> ((SendEvent) step.action()).event().body().path("tool_name").stringValue())
        .toList();
  }
}
