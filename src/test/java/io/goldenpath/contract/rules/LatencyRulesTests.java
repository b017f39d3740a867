package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Events and answers that come too late. */
class LatencyRulesTests {

  @Test
  void callsALateAnswerSlowOnlyWhereItIsGood() {
    ScriptedConnection good =
        ScriptedConnection.asked().goodUntilTools().after(10, executing()).after(800, executed());
    good.after(10, thinking().saying("2"));
    ScriptedConnection bad =
        ScriptedConnection.asked().goodUntilTools().after(10, executing()).after(800, executed());
    bad.after(10, thinking().saying("2"));
    for (int i = 0; i < 5; i++) {
      good.after(690, thinking().saying("g" + i));
      bad.after(690, thinking().saying("g" + i));
    }

    assertThat(good.after(10, completed()).found()).containsExactly("too_slow/answer");
    assertThat(bad.after(10, completed().text("No idea")).found())
        .containsExactly("wrong_answer/answer");
  }

  @Test
  void namesBothEventsOfALateOne() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(750, thinking());
    connection.after(60, executing()).after(230, executed()).after(90, completed());

    assertThat(connection.found()).containsExactly("late_event/events");
    assertThat(connection.onlyMessage())
        .isEqualTo(
            "agent_thinking came late: 750 ms after agent_started, where 700 ms are allowed");
    assertThat(connection.findings().getFirst().evidence().frames()).containsExactly(2, 3);
  }

  @Test
  void callsAStreamThatComesInOneBurstAtTheEndLateAndNotFabricated() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(900, started()).after(1, thinking()).after(1, executing());

    assertThat(connection.after(1, executed()).after(1, completed()).found())
        .containsExactly("late_event/events");
    assertThat(connection.onlyMessage())
        .isEqualTo(
            "agent_started came late: 900 ms after the question, where 500 ms are allowed;"
                + " 5 events to agent_completed came in one burst of 4 ms with it,"
                + " as from a proxy that buffers the stream");
  }

  @Test
  void speaksOfTheProxyToWhereOnlyTheFirstEventGotThrough() {
    ScriptedConnection connection =
        ScriptedConnection.asked()
            .after(100, started())
            .after(750, thinking())
            .after(1, executing());

    assertThat(connection.after(1, executed()).after(1, completed()).onlyMessage())
        .startsWith("agent_thinking came late: 750 ms after agent_started")
        .endsWith(
            "4 events to agent_completed came in one burst of 3 ms with it,"
                + " as from a proxy that buffers the stream");
  }
}
