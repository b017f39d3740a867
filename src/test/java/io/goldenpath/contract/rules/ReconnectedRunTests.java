package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.ConnectionEnd;
import org.junit.jupiter.api.Test;

/** Runs whose connection is lost, and questions that follow each other on one. */
class ReconnectedRunTests {

  @Test
  void judgesARunOverBothConnections() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().reconnected(5000);
    scriptedConnection.after(100, executing()).after(200, executed()).after(100, completed());

    assertThat(scriptedConnection.found()).isEmpty();
  }

  @Test
  void holdsTheTimeWithoutAConnectionAgainstNoTool() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().after(50, executing()).reconnected(5000);
    scriptedConnection.after(200, executed()).after(100, completed());

    assertThat(scriptedConnection.found()).isEmpty();
  }

  @Test
  void missesWhatCameOnNeitherConnection() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started()).reconnected(5000);
    scriptedConnection.after(100, executing()).after(200, executed()).after(100, completed());

    assertThat(scriptedConnection.found()).containsExactly("missing_event/events");
  }

  @Test
  void noticesWhatCameOnBoth() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().reconnected(5000).after(50, thinking());
    scriptedConnection.after(100, executing()).after(200, executed()).after(100, completed());

    assertThat(scriptedConnection.found()).containsExactly("duplicate_event/events");
  }

  @Test
  void waitsForTheRestAsLongAsForAnyEvent() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().reconnected(5000);
    scriptedConnection.after(1100);
    assertThat(scriptedConnection.userJudgement().over()).isFalse();
    scriptedConnection.after(100);
    assertThat(scriptedConnection.userJudgement().over()).isTrue();

    assertThat(scriptedConnection.found()).containsExactly("stalled/events");
  }

  @Test
  void waitsForTheFirstEventAfterAConnectionThatWasLostBeforeIt() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(900).reconnected(5000).after(900);

    assertThat(scriptedConnection.userJudgement().over()).isFalse();
  }

  @Test
  void owesNothingToAUserWhoLeaves() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().after(50, executing()).userLeft();

    assertThat(scriptedConnection.userJudgement().over()).isTrue();
    assertThat(scriptedConnection.found()).isEmpty();
  }

  @Test
  void holdsAgainstTheRunWhatCameBeforeTheUserLeft() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started()).after(50, executing()).userLeft();

    assertThat(scriptedConnection.found()).containsExactly("missing_event/events");
  }

  @Test
  void isNotEndedByACutThatIsAwaited() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked();
    scriptedConnection.userJudgement().expectDisconnect();
    scriptedConnection.goodUntilTools().after(10, new ConnectionEnd.CloseFrame(1001, "Going away"));

    assertThat(scriptedConnection.userJudgement().over()).isFalse();
    assertThat(scriptedConnection.userJudgement().expectedEnd())
        .contains(new ConnectionEnd.CloseFrame(1001, "Going away"));
    assertThat(scriptedConnection.userJudgement().findings()).isEmpty();
  }

  @Test
  void isEndedByACutThatAsksToBeLeftAlone() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked();
    scriptedConnection.userJudgement().expectDisconnect();
    scriptedConnection
        .goodUntilTools()
        .after(10, new ConnectionEnd.CloseFrame(1013, "Try again later"));

    assertThat(scriptedConnection.found()).containsExactly("shed/events");
  }

  @Test
  void isEndedByASecondCut() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked();
    scriptedConnection.userJudgement().expectDisconnect();
    scriptedConnection.goodUntilTools().after(10, new ConnectionEnd.StreamEnd()).reconnected(500);
    scriptedConnection.after(10, new ConnectionEnd.StreamEnd());

    assertThat(scriptedConnection.found()).containsExactly("dropped/events");
  }

  @Test
  void askedAgainTakesNoEventOfTheRunBefore() {
    ScriptedConnection first = ScriptedConnection.asked().goodUntilTools().userLeft();
    ScriptedConnection next = first.nextQuestion(ScriptedConnection.QUESTION);
    next.after(10, executing()).after(10, completed());
    next.after(20, started().run("run_2")).after(20, thinking().run("run_2"));
    next.after(20, executing().run("run_2")).after(20, executed().run("run_2"));
    next.after(20, completed().run("run_2"));

    assertThat(next.found()).isEmpty();
  }
}
