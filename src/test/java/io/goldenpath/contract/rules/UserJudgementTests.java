package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static io.goldenpath.contract.rules.ScriptedConnection.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.run.ConnectionEnd;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The run itself: what comes, what does not, and in which order. */
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
    assertThat(connection.judgement().terminalAt()).hasValue(5_000_000_000L + 650_000_000L);
  }

  @Test
  @Tag("mission-critical")
  void callsARunWithoutAnyEventSilent() {
    ScriptedConnection connection = ScriptedConnection.asked().heartbeat(300).heartbeat(300);

    assertThat(connection.found()).containsExactly("silent/events");
    assertThat(connection.onlyMessage()).contains("2 heartbeats", "no agent event", "1.0 s");
  }

  @Test
  @Tag("mission-critical")
  void callsARunThatStopsStalledAndNothingElse() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(100, thinking()).heartbeat(600);

    assertThat(connection.found()).containsExactly("stalled/events");
    assertThat(connection.onlyMessage()).contains("1.2 s", "after agent_thinking", "1 heartbeat");
  }

  @Test
  void waitsForAToolByTheToolsOwnLimit() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(100, thinking());
    connection.after(100, executing()).after(1300);
    assertThat(connection.judgement().over()).isFalse();

    assertThat(connection.found()).containsExactly("stalled/events");
    assertThat(connection.onlyMessage()).contains("1.5 s", "the tool calculator was announced");
  }

  @Test
  void doesNotCallARunStalledThatGoesOnWhileAToolStaysOpen() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(100, thinking());
    connection.after(100, executing());
    for (int i = 0; i < 3; i++) {
      connection.after(800, thinking().saying("step " + i));
    }
    connection.after(100, executed()).after(100, completed());

    assertThat(connection.found()).containsExactly("late_event/events");
  }

  @Test
  void callsARunThatTalksPastTheAnswersLimitTimedOut() {
    ScriptedConnection connection = ScriptedConnection.asked().after(100, started());
    for (int i = 0; i < 9; i++) {
      connection.after(690, thinking().saying("thought " + i));
    }

    assertThat(connection.found()).containsExactly("timed_out/events");
    assertThat(connection.onlyMessage()).contains("6.0 s", "goes on", "agent_thinking");
  }

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

  @Test
  void hearsNothingOnceItHasListenedOn() {
    assertThat(
            ScriptedConnection.asked().goodRun().after(501, thinking().saying("late")).findings())
        .isEmpty();
  }

  @Test
  void doesNotMissWhatCameAfterTheEnd() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(100, executing());

    assertThat(connection.after(100, completed()).after(80, executed()).found())
        .containsExactly("after_terminal/events");
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
    assertThat(connection.judgement().terminalAt()).hasValue(5_000_000_000L + 440_000_000L);
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
  }

  @Test
  void callsAnAgentResponseAloneStalled() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, new FrameContent.Response("Here you are", false));

    assertThat(connection.found()).containsExactly("stalled/events");
  }

  @Test
  void callsACannedAgentResponseDegradedBesides() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, new FrameContent.Response("Come back later", true));

    assertThat(connection.found()).containsExactly("degraded_service/events", "stalled/events");
  }

  @Test
  void callsAnAcknowledgementOfTheQuestionsTypeAloneNotUnderstood() {
    assertThat(ScriptedConnection.asked().after(20, new FrameContent.Ack(true)).found())
        .containsExactly("not_understood/send");
    assertThat(ScriptedConnection.asked().after(20, new FrameContent.Ack(false)).found())
        .containsExactly("silent/events");
    assertThat(
            ScriptedConnection.asked().after(20, new FrameContent.Ack(true)).goodRun().findings())
        .isEmpty();
  }

  @Test
  void judgesARunThatItsOwnTimeoutCutsShort() {
    ScriptedConnection connection = ScriptedConnection.asked().goodUntilTools();
    connection.judgement().timedOut(Duration.ofSeconds(1), 6_000_000_000L);

    assertThat(connection.found()).containsExactly("timed_out/events");
  }

  @Test
  void doesNotHoldItsOwnTimeoutAgainstARunThatHasEnded() {
    ScriptedConnection connection = ScriptedConnection.asked().goodRun();
    connection.judgement().timedOut(Duration.ofSeconds(1), 5_700_000_000L);

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
