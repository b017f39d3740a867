package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static io.goldenpath.contract.rules.ScriptedConnection.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.ConnectionEnd;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a run is, and where it ends. */
class UserJudgementTests {

  @Test
  @Tag("mission-critical")
  void findsNothingInAGoodRun() {
    assertThat(ScriptedConnection.asked().goodRun().findings()).isEmpty();
  }

  @Test
  void endsAfterListeningOn() {
    ScriptedConnection connection = ScriptedConnection.asked().goodRun();
    connection.after(499);
    assertThat(connection.judgement().over()).isFalse();
    connection.after(1);

    assertThat(connection.judgement().over()).isTrue();
    assertThat(connection.judgement().terminalAt()).hasValue(ScriptedConnection.at(650));
  }

  @Test
  void hearsNothingOnceItHasListenedOn() {
    assertThat(
            ScriptedConnection.asked().goodRun().after(501, thinking().saying("late")).findings())
        .isEmpty();
  }

  @Test
  void acceptsFurtherAgentsAndFramesThatAreNoneOfTheContracts() {
    ScriptedConnection connection = ScriptedConnection.asked().after(50, started());
    connection
        .after(60, started().agent("triage"))
        .after(40, completed().agent("triage").text("Sorted"));
    connection.after(30, thinking()).after(80, executing().agent("reporting"));
    connection
        .after(90, executed().agent("reporting"))
        .after(50, SampleEvent.of("progress_update"));
    connection.after(20, new FrameContent.Unknown("thread_renamed")).after(30, completed());

    assertThat(connection.after(20, SampleEvent.of("progress_update").saying("done")).findings())
        .isEmpty();
  }

  @Test
  void endsWithTheAgentWhoseStartCameFirstHoweverOftenItStarted() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(50, started()).after(60, started().saying("again"));
    connection.after(30, thinking()).after(70, executing()).after(90, executed());
    connection.after(40, completed().agent("triage").text("Sorted")).after(80, completed());

    assertThat(connection.findings()).isEmpty();
    assertThat(connection.judgement().terminalAt()).hasValue(ScriptedConnection.at(440));
  }

  @Test
  void endsWithACompletionWithoutAgentWhereTheFirstStartNamedNone() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(50, started().agent(null)).after(60, started());
    connection.after(30, thinking()).after(70, executing()).after(90, executed());
    connection.after(40, completed().text("Sorted")).after(80, completed().agent(null));

    assertThat(connection.findings()).isEmpty();
  }

  @Test
  void endsWithTheFirstCompletionWhereNoStartWasSeen() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(150, thinking()).after(70, executing());
    connection.after(90, executed()).after(40, completed().agent("whoever"));

    assertThat(connection.found()).containsExactly("missing_event/events");
    assertThat(connection.onlyMessage()).startsWith("agent_started never came");
  }

  @Test
  void saysWhichFieldsOfAnEventAreBroken() {
    ScriptedConnection connection = ScriptedConnection.asked().goodUntilTools();
    connection
        .after(100, executing().tool(null).fieldProblem("it names no tool"))
        .after(140, executed());

    assertThat(connection.after(40, completed()).found()).containsExactly("malformed_event/events");
    assertThat(connection.onlyMessage()).isEqualTo("tool_executing is malformed: it names no tool");
  }

  @Test
  void readsOnAfterAFrameThatCannotBeRead() {
    ScriptedConnection connection =
        ScriptedConnection.asked()
            .after(5, new FrameContent.Unreadable("it is not JSON"))
            .goodRun();

    assertThat(connection.found()).containsExactly("malformed_event/events");
  }

  @Test
  void callsAConnectionThatEndsInMidRunDroppedAndNothingElse() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(60, new ConnectionEnd.StreamEnd());

    assertThat(connection.found()).containsExactly("dropped/events");
    assertThat(connection.onlyMessage())
        .isEqualTo(
            "The connection was lost 300 ms after the question, after agent_thinking: ended"
                + " without a close frame (1006)");
  }

  @Test
  void findsNothingInACloseWhileItListensOn() {
    assertThat(ScriptedConnection.asked().goodRun().after(50, new ConnectionEnd.Reset()).findings())
        .isEmpty();
  }

  @Test
  void judgesARunThatItsOwnTimeoutCutsShort() {
    ScriptedConnection connection = ScriptedConnection.asked().goodUntilTools();
    connection.judgement().timedOut(Duration.ofSeconds(1), ScriptedConnection.at(1000));

    assertThat(connection.found()).containsExactly("timed_out/events");
  }

  @Test
  void doesNotHoldItsOwnTimeoutAgainstARunThatHasEnded() {
    ScriptedConnection connection = ScriptedConnection.asked().goodRun();
    connection.judgement().timedOut(Duration.ofSeconds(1), ScriptedConnection.at(700));

    assertThat(connection.findings()).isEmpty();
  }

  @Test
  void sortsFindingsByTime() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, new FrameContent.Degraded("emergency_mode"));
    connection.after(10, failure("Database: gone", ErrorCause.PLATFORM)).after(100, started());

    assertThat(connection.after(100, new ConnectionEnd.Reset()).findings())
        .extracting(Finding::evidence)
        .extracting(evidence -> evidence.at().toMillis())
        .isSorted();
  }
}
