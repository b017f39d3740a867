package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.model.probe.ToolUse;
import org.junit.jupiter.api.Test;

/** Which events must come, and how often. */
class EventCountRuleTests {

  @Test
  void namesEveryEventThatIsMissing() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(300, completed());

    assertThat(connection.findings())
        .extracting(finding -> finding.evidence().expected())
        .containsExactly("agent_thinking", "tool_executing", "tool_completed");
    assertThat(connection.findings().getFirst().message())
        .isEqualTo(
            "agent_thinking never came: the run ended after 400 ms with agent_started,"
                + " agent_completed");
  }

  @Test
  void doesNotMissToolsWhereTheyAreOptional() {
    ScriptedConnection connection = ScriptedConnection.asked(Contract.DEFAULT, ToolUse.OPTIONAL);
    connection.after(100, started()).after(150, thinking()).after(300, completed());

    assertThat(connection.findings()).isEmpty();
  }

  @Test
  void objectsToAToolWhereNoneIsNeeded() {
    ScriptedConnection connection =
        ScriptedConnection.asked(Contract.DEFAULT, ToolUse.FORBIDDEN).goodRun();

    assertThat(connection.found()).containsExactly("unexpected_event/events");
    assertThat(connection.onlyMessage()).contains("calculator");
  }

  @Test
  void missesInAStalledRunOnlyWhatShouldHaveComeBefore() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, thinking()).after(100, executing());

    assertThat(connection.found())
        .containsExactlyInAnyOrder("missing_event/events", "stalled/events");
  }

  @Test
  void doesNotMissWhatCameAfterTheEnd() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(100, executing());

    assertThat(connection.after(100, completed()).after(80, executed()).found())
        .containsExactly("after_terminal/events");
  }
}
