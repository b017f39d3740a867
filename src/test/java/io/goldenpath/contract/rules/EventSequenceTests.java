package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.Severity;
import org.junit.jupiter.api.Test;

/** Order, pairs and repetitions of events. */
class EventSequenceTests {

  @Test
  void findsAWrongOrderOnce() {
    ScriptedConnection connection =
        ScriptedConnection.asked()
            .after(100, thinking())
            .after(120, started())
            .after(100, executing())
            .after(230, executed())
            .after(90, completed());

    assertThat(connection.found()).containsExactly("out_of_order/events");
    assertThat(connection.onlyMessage())
        .isEqualTo("Wrong order: agent_thinking came 120 ms before agent_started");
  }

  @Test
  void findsAToolThatCompletesBeforeItIsAnnounced() {
    ScriptedConnection connection =
        ScriptedConnection.asked()
            .after(100, started())
            .after(130, thinking())
            .after(100, executed())
            .after(230, executing())
            .after(90, completed());

    assertThat(connection.found()).containsExactly("out_of_order/events");
  }

  @Test
  void findsAToolThatWasNeverAnnounced() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(100, executed().tool("search"));
    connection.after(100, executing()).after(130, executed()).after(90, completed());

    assertThat(connection.found()).containsExactly("unpaired_tool/events");
    assertThat(connection.onlyMessage()).contains("search", "never announced");
  }

  @Test
  void findsAToolThatNeverEnds() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(100, executing().tool("search"));
    connection.after(100, executing()).after(130, executed()).after(90, completed());

    assertThat(connection.found()).containsExactly("unpaired_tool/events");
    assertThat(connection.onlyMessage()).contains("search", "its end was never reported");
  }

  @Test
  void pairsToolsOfSeveralAgentsByAgent() {
    ScriptedConnection connection = ScriptedConnection.asked().goodUntilTools();
    connection.after(20, executing().agent("one")).after(30, executing().agent("two"));
    connection.after(50, executed().agent("two")).after(90, executed().agent("one"));

    assertThat(connection.after(40, completed()).findings()).isEmpty();
  }

  @Test
  void pairsAToolWhoseEndNamesNoAgent() {
    ScriptedConnection connection = ScriptedConnection.asked().goodUntilTools();
    connection.after(20, executing().agent("one")).after(150, executed().agent(null));

    assertThat(connection.after(40, completed()).findings()).isEmpty();
  }

  @Test
  void findsTheSameEventTwiceAsAWarning() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(10, started());
    connection.after(120, thinking()).after(60, executing()).after(150, executed());

    assertThat(connection.after(90, completed()).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.kind().label()).isEqualTo("duplicate_event");
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
  }

  @Test
  void findsARetryOfAnEventThatHadComeByItsMark() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(100, executing());
    connection.after(50, executing().saying("reworded").again());

    assertThat(connection.after(70, executed()).after(40, completed()).found())
        .containsExactly("duplicate_event/events");
  }

  @Test
  void acceptsARetryOfAnEventThatHadNotCome() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(100, executing().again());

    assertThat(connection.after(70, executed()).after(40, completed()).findings()).isEmpty();
  }

  @Test
  void findsASecondEndOfTheSameRun() {
    ScriptedConnection connection =
        ScriptedConnection.asked()
            .goodRun()
            .after(50, completed().text("Another " + SampleEvent.ANSWER));

    assertThat(connection.found()).containsExactly("duplicate_event/events");
    assertThat(connection.onlyMessage()).contains("ended twice", "50 ms");
  }

  @Test
  void findsEventsAfterTheEnd() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodRun().after(80, thinking().saying("afterthought"));

    assertThat(connection.found()).containsExactly("after_terminal/events");
    assertThat(connection.onlyMessage())
        .isEqualTo("agent_thinking came 80 ms after the run had ended with agent_completed");
  }
}
