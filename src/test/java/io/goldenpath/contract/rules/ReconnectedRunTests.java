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
    ScriptedConnection connection = ScriptedConnection.asked().goodUntilTools().reconnected(5000);
    connection.after(100, executing()).after(200, executed()).after(100, completed());

    assertThat(connection.found()).isEmpty();
  }

  @Test
  void holdsTheTimeWithoutAConnectionAgainstNoTool() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(50, executing()).reconnected(5000);
    connection.after(200, executed()).after(100, completed());

    assertThat(connection.found()).isEmpty();
  }

  @Test
  void missesWhatCameOnNeitherConnection() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).reconnected(5000);
    connection.after(100, executing()).after(200, executed()).after(100, completed());

    assertThat(connection.found()).containsExactly("missing_event/events");
  }

  @Test
  void noticesWhatCameOnBoth() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().reconnected(5000).after(50, thinking());
    connection.after(100, executing()).after(200, executed()).after(100, completed());

    assertThat(connection.found()).containsExactly("duplicate_event/events");
  }

  @Test
  void waitsForTheRestAsLongAsForAnyEvent() {
    ScriptedConnection connection = ScriptedConnection.asked().goodUntilTools().reconnected(5000);
    connection.after(1100);
    assertThat(connection.judgement().over()).isFalse();
    connection.after(100);
    assertThat(connection.judgement().over()).isTrue();

    assertThat(connection.found()).containsExactly("stalled/events");
  }

  @Test
  void waitsForTheFirstEventAfterAConnectionThatWasLostBeforeIt() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(900).reconnected(5000).after(900);

    assertThat(connection.judgement().over()).isFalse();
  }

  @Test
  void owesNothingToAUserWhoLeaves() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(50, executing()).userLeft();

    assertThat(connection.judgement().over()).isTrue();
    assertThat(connection.found()).isEmpty();
  }

  @Test
  void holdsAgainstTheRunWhatCameBeforeTheUserLeft() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(50, executing()).userLeft();

    assertThat(connection.found()).containsExactly("missing_event/events");
  }

  @Test
  void isNotEndedByACutThatIsAwaited() {
    ScriptedConnection connection = ScriptedConnection.asked();
    connection.judgement().expectDisconnect();
    connection.goodUntilTools().after(10, new ConnectionEnd.CloseFrame(1001, "Going away"));

    assertThat(connection.judgement().over()).isFalse();
    assertThat(connection.judgement().expectedEnd())
        .contains(new ConnectionEnd.CloseFrame(1001, "Going away"));
    assertThat(connection.judgement().findings()).isEmpty();
  }

  @Test
  void isEndedByACutThatAsksToBeLeftAlone() {
    ScriptedConnection connection = ScriptedConnection.asked();
    connection.judgement().expectDisconnect();
    connection.goodUntilTools().after(10, new ConnectionEnd.CloseFrame(1013, "Try again later"));

    assertThat(connection.found()).containsExactly("shed/events");
  }

  @Test
  void isEndedByASecondCut() {
    ScriptedConnection connection = ScriptedConnection.asked();
    connection.judgement().expectDisconnect();
    connection.goodUntilTools().after(10, new ConnectionEnd.StreamEnd()).reconnected(500);
    connection.after(10, new ConnectionEnd.StreamEnd());

    assertThat(connection.found()).containsExactly("dropped/events");
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
