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
    ScriptedConnection scriptedConnection = ScriptedConnection.asked().goodRun();
    scriptedConnection.after(499);
    assertThat(scriptedConnection.userJudgement().over()).isFalse();
    scriptedConnection.after(1);

    assertThat(scriptedConnection.userJudgement().over()).isTrue();
    assertThat(scriptedConnection.userJudgement().terminalAt())
        .hasValue(5_000_000_000L + 650_000_000L);
  }

  @Test
  @Tag("mission-critical")
  void callsARunWithoutAnyEventSilent() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().heartbeat(300).heartbeat(300);

    assertThat(scriptedConnection.found()).containsExactly("silent/events");
    assertThat(scriptedConnection.onlyMessage())
        .contains("2 heartbeats", "no agent event", "1.0 s");
  }

  @Test
  @Tag("mission-critical")
  void callsARunThatStopsStalledAndNothingElse() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started()).after(100, thinking()).heartbeat(600);

    assertThat(scriptedConnection.found()).containsExactly("stalled/events");
    assertThat(scriptedConnection.onlyMessage())
        .contains("1.2 s", "after agent_thinking", "1 heartbeat");
  }

  @Test
  void waitsForAToolByTheToolsOwnLimit() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started()).after(100, thinking());
    scriptedConnection.after(100, executing()).after(1300);
    assertThat(scriptedConnection.userJudgement().over()).isFalse();

    assertThat(scriptedConnection.found()).containsExactly("stalled/events");
    assertThat(scriptedConnection.onlyMessage())
        .contains("1.5 s", "the tool calculator was announced");
  }

  @Test
  void doesNotCallARunStalledThatGoesOnWhileAToolStaysOpen() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started()).after(100, thinking());
    scriptedConnection.after(100, executing());
    for (int i = 0; i < 3; i++) {
      scriptedConnection.after(800, thinking().saying("step " + i));
    }
    scriptedConnection.after(100, executed()).after(100, completed());

    assertThat(scriptedConnection.found()).containsExactly("late_event/events");
  }

  @Test
  void callsARunThatTalksPastTheAnswersLimitTimedOut() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked().after(100, started());
    for (int i = 0; i < 9; i++) {
      scriptedConnection.after(690, thinking().saying("thought " + i));
    }

    assertThat(scriptedConnection.found()).containsExactly("timed_out/events");
    assertThat(scriptedConnection.onlyMessage()).contains("6.0 s", "goes on", "agent_thinking");
  }

  @Test
  void namesEveryEventThatIsMissing() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started()).after(300, completed());

    assertThat(scriptedConnection.findings())
        .extracting(finding -> finding.evidence().expected())
        .containsExactly("agent_thinking", "tool_executing", "tool_completed");
    assertThat(scriptedConnection.findings().getFirst().message())
        .isEqualTo(
            "agent_thinking never came: the run ended after 400 ms with agent_started,"
                + " agent_completed");
  }

  @Test
  void doesNotMissToolsWhereTheyAreOptional() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked(Contract.DEFAULT, ToolUse.OPTIONAL);
    scriptedConnection.after(100, started()).after(150, thinking()).after(300, completed());

    assertThat(scriptedConnection.findings()).isEmpty();
  }

  @Test
  void objectsToAToolWhereNoneIsNeeded() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked(Contract.DEFAULT, ToolUse.FORBIDDEN).goodRun();

    assertThat(scriptedConnection.found()).containsExactly("unexpected_event/events");
    assertThat(scriptedConnection.onlyMessage()).contains("calculator");
  }

  @Test
  void missesInAStalledRunOnlyWhatShouldHaveComeBefore() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, thinking()).after(100, executing());

    assertThat(scriptedConnection.found())
        .containsExactlyInAnyOrder("missing_event/events", "stalled/events");
  }

  @Test
  void findsAWrongOrderOnce() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked()
            .after(100, thinking())
            .after(120, started())
            .after(100, executing())
            .after(230, executed())
            .after(90, completed());

    assertThat(scriptedConnection.found()).containsExactly("out_of_order/events");
    assertThat(scriptedConnection.onlyMessage())
        .isEqualTo("Wrong order: agent_thinking came 120 ms before agent_started");
  }

  @Test
  void findsAToolThatCompletesBeforeItIsAnnounced() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked()
            .after(100, started())
            .after(130, thinking())
            .after(100, executed())
            .after(230, executing())
            .after(90, completed());

    assertThat(scriptedConnection.found()).containsExactly("out_of_order/events");
  }

  @Test
  void findsAToolThatWasNeverAnnounced() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().after(100, executed().tool("search"));
    scriptedConnection.after(100, executing()).after(130, executed()).after(90, completed());

    assertThat(scriptedConnection.found()).containsExactly("unpaired_tool/events");
    assertThat(scriptedConnection.onlyMessage()).contains("search", "never announced");
  }

  @Test
  void findsAToolThatNeverEnds() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().after(100, executing().tool("search"));
    scriptedConnection.after(100, executing()).after(130, executed()).after(90, completed());

    assertThat(scriptedConnection.found()).containsExactly("unpaired_tool/events");
    assertThat(scriptedConnection.onlyMessage()).contains("search", "its end was never reported");
  }

  @Test
  void pairsToolsOfSeveralAgentsByAgent() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked().goodUntilTools();
    scriptedConnection.after(20, executing().agent("one")).after(30, executing().agent("two"));
    scriptedConnection.after(50, executed().agent("two")).after(90, executed().agent("one"));

    assertThat(scriptedConnection.after(40, completed()).findings()).isEmpty();
  }

  @Test
  void pairsAToolWhoseEndNamesNoAgent() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked().goodUntilTools();
    scriptedConnection.after(20, executing().agent("one")).after(150, executed().agent(null));

    assertThat(scriptedConnection.after(40, completed()).findings()).isEmpty();
  }

  @Test
  void findsTheSameEventTwiceAsAWarning() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started()).after(10, started());
    scriptedConnection.after(120, thinking()).after(60, executing()).after(150, executed());

    assertThat(scriptedConnection.after(90, completed()).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.kind().label()).isEqualTo("duplicate_event");
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
  }

  @Test
  void findsARetryOfAnEventThatHadComeByItsMark() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().after(100, executing());
    scriptedConnection.after(50, executing().saying("reworded").again());

    assertThat(scriptedConnection.after(70, executed()).after(40, completed()).found())
        .containsExactly("duplicate_event/events");
  }

  @Test
  void acceptsARetryOfAnEventThatHadNotCome() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().after(100, executing().again());

    assertThat(scriptedConnection.after(70, executed()).after(40, completed()).findings())
        .isEmpty();
  }

  @Test
  void findsASecondEndOfTheSameRun() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked()
            .goodRun()
            .after(50, completed().text("Another " + SampleEvent.ANSWER));

    assertThat(scriptedConnection.found()).containsExactly("duplicate_event/events");
    assertThat(scriptedConnection.onlyMessage()).contains("ended twice", "50 ms");
  }

  @Test
  void findsEventsAfterTheEnd() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodRun().after(80, thinking().saying("afterthought"));

    assertThat(scriptedConnection.found()).containsExactly("after_terminal/events");
    assertThat(scriptedConnection.onlyMessage())
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
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().after(100, executing());

    assertThat(scriptedConnection.after(100, completed()).after(80, executed()).found())
        .containsExactly("after_terminal/events");
  }

  @Test
  void acceptsFurtherAgentsAndFramesThatAreNoneOfTheContracts() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked().after(50, started());
    scriptedConnection
        .after(60, started().agent("triage"))
        .after(40, completed().agent("triage").text("Sorted"));
    scriptedConnection.after(30, thinking()).after(80, executing().agent("reporting"));
    scriptedConnection
        .after(90, executed().agent("reporting"))
        .after(50, SampleEvent.of("progress_update"));
    scriptedConnection.after(20, new FrameContent.Unknown("thread_renamed")).after(30, completed());

    assertThat(
            scriptedConnection
                .after(20, SampleEvent.of("progress_update").saying("done"))
                .findings())
        .isEmpty();
  }

  @Test
  void endsWithTheAgentWhoseStartCameFirstHoweverOftenItStarted() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(50, started()).after(60, started().saying("again"));
    scriptedConnection.after(30, thinking()).after(70, executing()).after(90, executed());
    scriptedConnection.after(40, completed().agent("triage").text("Sorted")).after(80, completed());

    assertThat(scriptedConnection.findings()).isEmpty();
    assertThat(scriptedConnection.userJudgement().terminalAt())
        .hasValue(5_000_000_000L + 440_000_000L);
  }

  @Test
  void endsWithACompletionWithoutAgentWhereTheFirstStartNamedNone() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(50, started().agent(null)).after(60, started());
    scriptedConnection.after(30, thinking()).after(70, executing()).after(90, executed());
    scriptedConnection.after(40, completed().text("Sorted")).after(80, completed().agent(null));

    assertThat(scriptedConnection.findings()).isEmpty();
  }

  @Test
  void endsWithTheFirstCompletionWhereNoStartWasSeen() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(150, thinking()).after(70, executing());
    scriptedConnection.after(90, executed()).after(40, completed().agent("whoever"));

    assertThat(scriptedConnection.found()).containsExactly("missing_event/events");
    assertThat(scriptedConnection.onlyMessage()).startsWith("agent_started never came");
  }

  @Test
  void saysWhichFieldsOfAnEventAreBroken() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked().goodUntilTools();
    scriptedConnection
        .after(100, executing().tool(null).fieldProblem("it names no tool"))
        .after(140, executed());

    assertThat(scriptedConnection.after(40, completed()).found())
        .containsExactly("malformed_event/events");
    assertThat(scriptedConnection.onlyMessage())
        .isEqualTo("tool_executing is malformed: it names no tool");
  }

  @Test
  void readsOnAfterAFrameThatCannotBeRead() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked()
            .after(5, new FrameContent.Unreadable("it is not JSON"))
            .goodRun();

    assertThat(scriptedConnection.found()).containsExactly("malformed_event/events");
  }

  @Test
  void callsAConnectionThatEndsInMidRunDroppedAndNothingElse() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().goodUntilTools().after(60, new ConnectionEnd.StreamEnd());

    assertThat(scriptedConnection.found()).containsExactly("dropped/events");
    assertThat(scriptedConnection.onlyMessage())
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
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, started()).after(750, thinking());
    scriptedConnection.after(60, executing()).after(230, executed()).after(90, completed());

    assertThat(scriptedConnection.found()).containsExactly("late_event/events");
    assertThat(scriptedConnection.onlyMessage())
        .isEqualTo(
            "agent_thinking came late: 750 ms after agent_started, where 700 ms are allowed");
    assertThat(scriptedConnection.findings().getFirst().evidence().frames()).containsExactly(2, 3);
  }

  @Test
  void callsAStreamThatComesInOneBurstAtTheEndLateAndNotFabricated() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(900, started()).after(1, thinking()).after(1, executing());

    assertThat(scriptedConnection.after(1, executed()).after(1, completed()).found())
        .containsExactly("late_event/events");
  }

  @Test
  void callsAnAgentResponseAloneStalled() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, new FrameContent.Response("Here you are", false));

    assertThat(scriptedConnection.found()).containsExactly("stalled/events");
  }

  @Test
  void callsACannedAgentResponseDegradedBesides() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, new FrameContent.Response("Come back later", true));

    assertThat(scriptedConnection.found())
        .containsExactly("degraded_service/events", "stalled/events");
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
    ScriptedConnection scriptedConnection = ScriptedConnection.asked().goodUntilTools();
    scriptedConnection.userJudgement().timedOut(Duration.ofSeconds(1), 6_000_000_000L);

    assertThat(scriptedConnection.found()).containsExactly("timed_out/events");
  }

  @Test
  void doesNotHoldItsOwnTimeoutAgainstARunThatHasEnded() {
    ScriptedConnection scriptedConnection = ScriptedConnection.asked().goodRun();
    scriptedConnection.userJudgement().timedOut(Duration.ofSeconds(1), 5_700_000_000L);

    assertThat(scriptedConnection.findings()).isEmpty();
  }

  @Test
  void sortsFindingsByTime() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.asked().after(100, new FrameContent.Degraded("emergency_mode"));
    scriptedConnection
        .after(10, failure("Database: gone", ErrorCause.PLATFORM))
        .after(100, started());

    assertThat(scriptedConnection.after(100, new ConnectionEnd.Reset()).findings())
        .extracting(Finding::evidence)
        .extracting(evidence -> evidence.at().toMillis())
        .isSorted();
  }
}
