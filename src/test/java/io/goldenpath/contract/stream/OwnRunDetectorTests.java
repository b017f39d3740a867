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
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked(
            ScriptedConnection.promise(Contract.DEFAULT, ToolUse.REQUIRED, "old"));
    scriptedConnection.after(10, thinking().run("old")).after(10, completed().run("old")).goodRun();

    assertThat(scriptedConnection.after(10, thinking().run("old")).findings()).isEmpty();
    assertThat(scriptedConnection.userJudgement().runId()).contains("run_1");
  }

  @Test
  void ignoresEventsOfEarlierRunsBeforeTheQuestionToo() {
    ScriptedConnection scriptedConnection =
        new ScriptedConnection(
            ScriptedConnection.promise(Contract.DEFAULT, ToolUse.REQUIRED, "old"));
    scriptedConnection.after(10, completed().run("old")).welcomed().ask().goodRun();

    assertThat(scriptedConnection.findings()).isEmpty();
  }

  @Test
  void neverTakesARunForOursThatWasSeenBeforeTheQuestion() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.connected().welcomed().after(5, thinking().run("early")).ask();
    scriptedConnection.after(10, completed().run("early").text("done")).goodRun();

    assertThat(scriptedConnection.found()).containsExactly("unexpected_event/welcome");
  }

  @Test
  @Tag("mission-critical")
  void callsAnEventOfAnotherRunWrongAndNothingElse() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().after(5, executing().run("other"));
    scriptedConnection.after(60, executing()).after(230, executed()).after(90, completed());

    assertThat(scriptedConnection.found()).containsExactly("wrong_run/events");
    assertThat(scriptedConnection.onlyMessage())
        .isEqualTo("An event of another run came on our connection (run other): tool_executing");
  }

  @Test
  void knowsItsOwnRunByTheAnswerWhereAStrangersComesFirst() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked()
            .after(10, started().run("other"))
            .after(10, thinking().run("other"));
    scriptedConnection.after(10, completed().run("other").text("Bananas")).goodRun();

    assertThat(scriptedConnection.found()).containsExactly("wrong_run/events");
    assertThat(scriptedConnection.onlyMessage()).startsWith("3 events of another run");
    assertThat(scriptedConnection.userJudgement().runId()).contains("run_1");
  }

  @Test
  void callsAnEventOfAnotherThreadWrong() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started().thread("t1"));
    scriptedConnection
        .after(100, thinking().thread("t2").saying("x"))
        .after(20, thinking().thread("t1"));
    scriptedConnection.after(60, executing()).after(230, executed()).after(90, completed());

    assertThat(scriptedConnection.found()).containsExactly("wrong_run/events");
  }

  @Test
  void takesEventsForOursThatNameOnlyTheThreadOfOurRun() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started().run(null).thread("t1"));
    scriptedConnection
        .after(100, thinking().thread("t1"))
        .after(60, executing().run(null).thread("t1"));
    scriptedConnection.after(230, executed().run(null)).after(90, completed());

    assertThat(scriptedConnection.findings()).isEmpty();
    assertThat(scriptedConnection.userJudgement().runId()).contains("run_1");
  }

  @Test
  void doesNotMissAnEventThatCameUnderAnotherRunsId() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started()).after(140, thinking().run("other"));
    scriptedConnection
        .after(60, executing().run("other"))
        .after(230, executed())
        .after(90, completed());

    assertThat(scriptedConnection.found()).containsExactly("wrong_run/events");
  }

  @Test
  void doesNotMissAnEventThatCameAsAnotherUsers() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked().after(100, started());
    scriptedConnection.of("user-2", 140, new FrameContent.Event(thinking().event()));
    scriptedConnection.of("user-2", 60, new FrameContent.Event(executing().event()));

    assertThat(scriptedConnection.after(230, executed()).after(90, completed()).found())
        .containsExactly("leak_identity/events");
    assertThat(scriptedConnection.findings().getFirst().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(scriptedConnection.onlyMessage()).startsWith("LEAK: 2 frames name another user");
  }

  @Test
  void findsAnotherUsersNameInTheWelcomeAndGoesOn() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.connected()
            .of("user-2", 20, new FrameContent.Ready(null, null))
            .ask()
            .goodRun();

    assertThat(scriptedConnection.found()).containsExactly("leak_identity/welcome");
  }

  @Test
  void acceptsFramesThatNameOurUser() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().of("user-1", 20, new FrameContent.Heartbeat(null)).goodRun();

    assertThat(scriptedConnection.findings()).isEmpty();
  }

  @Test
  void doesNotEndWithTheFailureOfAnotherRunsAgent() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked().after(100, started());
    scriptedConnection.after(
        10, ScriptedConnection.failure("agent_error: x", ErrorCause.AGENT, "supervisor", "other"));
    scriptedConnection.after(100, thinking()).after(60, executing()).after(230, executed());

    assertThat(scriptedConnection.after(90, completed()).found())
        .containsExactly("wrong_run/events");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void findsOneStrangerAtAnyPlaceAndNothingElse(int position) {
    SampleEvent[] run = {started(), thinking(), executing(), executed(), completed()};
    int[] gaps = {110, 140, 60, 230, 90};
    ScriptedConnection scriptedConnection = ScriptedConnection.asked();
    for (int i = 0; i < run.length; i++) {
      if (i == position) {
        scriptedConnection.after(3, started().run("other"));
      }
      scriptedConnection.after(gaps[i], run[i]);
    }
    if (position == run.length) {
      scriptedConnection.after(3, completed().run("other").text("Bananas"));
    }

    assertThat(scriptedConnection.found()).containsExactly("wrong_run/events");
  }
}
