package io.goldenpath.contract.stream;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.contract.rules.ScriptedConnection;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.ToolUse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose an event is: our run's, an earlier one's, a stranger's. */
class OwnRunDetectorTests {

  @Test
  void ignoresEventsOfRunsThatTheUserStartedEarlier() {
    ScriptedConnection connection =
        ScriptedConnection.asked(
            ScriptedConnection.promise(Contract.DEFAULT, ToolUse.REQUIRED, "old"));
    connection.after(10, thinking().run("old")).after(10, completed().run("old")).goodRun();

    assertThat(connection.after(10, thinking().run("old")).findings()).isEmpty();
    assertThat(connection.judgement().runId()).contains("run_1");
  }

  @Test
  void ignoresEventsOfEarlierRunsBeforeTheQuestionToo() {
    ScriptedConnection connection =
        new ScriptedConnection(
            ScriptedConnection.promise(Contract.DEFAULT, ToolUse.REQUIRED, "old"));
    connection.after(10, completed().run("old")).welcomed().ask().goodRun();

    assertThat(connection.findings()).isEmpty();
  }

  @Test
  void neverTakesARunForOursThatWasSeenBeforeTheQuestion() {
    ScriptedConnection connection =
        ScriptedConnection.connected().welcomed().after(5, thinking().run("early")).ask();
    connection.after(10, completed().run("early").text("done")).goodRun();

    assertThat(connection.found()).containsExactly("unexpected_event/welcome");
  }

  @Test
  @Tag("mission-critical")
  void callsAnEventOfAnotherRunWrongAndNothingElse() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(5, executing().run("other"));
    connection.after(60, executing()).after(230, executed()).after(90, completed());

    assertThat(connection.found()).containsExactly("wrong_run/events");
    assertThat(connection.onlyMessage())
        .isEqualTo("An event of another run came on our connection (run other): tool_executing");
  }

  @Test
  void knowsItsOwnRunByTheAnswerWhereAStrangersComesFirst() {
    ScriptedConnection connection =
        ScriptedConnection.asked()
            .after(10, started().run("other"))
            .after(10, thinking().run("other"));
    connection.after(10, completed().run("other").text("Bananas")).goodRun();

    assertThat(connection.found()).containsExactly("wrong_run/events");
    assertThat(connection.onlyMessage()).startsWith("3 events of another run");
    assertThat(connection.judgement().runId()).contains("run_1");
  }

  @Test
  void callsAnEventOfAnotherThreadWrong() {
    ScriptedConnection connection = ScriptedConnection.asked().after(100, started().thread("t1"));
    connection.after(100, thinking().thread("t2").saying("x")).after(20, thinking().thread("t1"));
    connection.after(60, executing()).after(230, executed()).after(90, completed());

    assertThat(connection.found()).containsExactly("wrong_run/events");
  }

  @Test
  void takesEventsForOursThatNameOnlyTheThreadOfOurRun() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started().run(null).thread("t1"));
    connection.after(100, thinking().thread("t1")).after(60, executing().run(null).thread("t1"));
    connection.after(230, executed().run(null)).after(90, completed());

    assertThat(connection.findings()).isEmpty();
    assertThat(connection.judgement().runId()).contains("run_1");
  }

  @Test
  void doesNotMissAnEventThatCameUnderAnotherRunsId() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(140, thinking().run("other"));
    connection.after(60, executing().run("other")).after(230, executed()).after(90, completed());

    assertThat(connection.found()).containsExactly("wrong_run/events");
  }

  @Test
  void doesNotMissAnEventThatCameAsAnotherUsers() {
    ScriptedConnection connection = ScriptedConnection.asked().after(100, started());
    connection.of("user-2", 140, new FrameContent.Event(thinking().event()));
    connection.of("user-2", 60, new FrameContent.Event(executing().event()));

    assertThat(connection.after(230, executed()).after(90, completed()).found())
        .containsExactly("leak_identity/events");
    assertThat(connection.findings().getFirst().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(connection.onlyMessage()).startsWith("LEAK: 2 frames name another user");
  }

  @Test
  void findsAnotherUsersNameInTheWelcomeAndGoesOn() {
    ScriptedConnection connection =
        ScriptedConnection.connected()
            .of("user-2", 20, new FrameContent.Ready(null, null, null))
            .ask()
            .goodRun();

    assertThat(connection.found()).containsExactly("leak_identity/welcome");
  }

  @Test
  void acceptsFramesThatNameOurUser() {
    ScriptedConnection connection =
        ScriptedConnection.asked().of("user-1", 20, new FrameContent.Heartbeat()).goodRun();

    assertThat(connection.findings()).isEmpty();
  }

  @Test
  void doesNotEndWithTheFailureOfAnotherRunsAgent() {
    ScriptedConnection connection = ScriptedConnection.asked().after(100, started());
    connection.after(
        10, ScriptedConnection.failure("agent_error: x", ErrorCause.AGENT, "supervisor", "other"));
    connection.after(100, thinking()).after(60, executing()).after(230, executed());

    assertThat(connection.after(90, completed()).found()).containsExactly("wrong_run/events");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void findsOneStrangerAtAnyPlaceAndNothingElse(int position) {
    SampleEvent[] run = {started(), thinking(), executing(), executed(), completed()};
    int[] gaps = {110, 140, 60, 230, 90};
    ScriptedConnection connection = ScriptedConnection.asked();
    for (int i = 0; i < run.length; i++) {
      if (i == position) {
        connection.after(3, started().run("other"));
      }
      connection.after(gaps[i], run[i]);
    }
    if (position == run.length) {
      connection.after(3, completed().run("other").text("Bananas"));
    }

    assertThat(connection.found()).containsExactly("wrong_run/events");
  }
}
