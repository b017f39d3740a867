package io.goldenpath.contract;

import static io.goldenpath.contract.Scene.failure;
import static io.goldenpath.contract.Told.completed;
import static io.goldenpath.contract.Told.executed;
import static io.goldenpath.contract.Told.executing;
import static io.goldenpath.contract.Told.started;
import static io.goldenpath.contract.Told.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.Reading.Blame;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.ToolUse;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The run itself: what comes, what does not, and in which order. */
class JudgementTests {

  @Test
  @Tag("mission-critical")
  void findsNothingInAGoodRun() {
    assertThat(Scene.asked().goodRun().findings()).isEmpty();
  }

  @Test
  void endsAfterListeningOn() {
    Scene scene = Scene.asked().goodRun();
    scene.after(499);
    assertThat(scene.judgement().over()).isFalse();
    scene.after(1);

    assertThat(scene.judgement().over()).isTrue();
    assertThat(scene.judgement().terminalAt()).hasValue(5_000_000_000L + 650_000_000L);
  }

  @Test
  @Tag("mission-critical")
  void callsARunWithoutAnyEventSilent() {
    Scene scene = Scene.asked().beat(300).beat(300);

    assertThat(scene.found()).containsExactly("silent/events");
    assertThat(scene.sentence()).contains("2 heartbeats", "no agent event", "1.0 s");
  }

  @Test
  @Tag("mission-critical")
  void callsARunThatStopsStalledAndNothingElse() {
    Scene scene = Scene.asked().after(100, started()).after(100, thinking()).beat(600);

    assertThat(scene.found()).containsExactly("stalled/events");
    assertThat(scene.sentence()).contains("1.2 s", "after agent_thinking", "1 heartbeat");
  }

  @Test
  void waitsForAToolByTheToolsOwnLimit() {
    Scene scene = Scene.asked().after(100, started()).after(100, thinking());
    scene.after(100, executing()).after(1300);
    assertThat(scene.judgement().over()).isFalse();

    assertThat(scene.found()).containsExactly("stalled/events");
    assertThat(scene.sentence()).contains("1.5 s", "the tool calculator was announced");
  }

  @Test
  void doesNotCallARunStalledThatGoesOnWhileAToolStaysOpen() {
    Scene scene = Scene.asked().after(100, started()).after(100, thinking());
    scene.after(100, executing());
    for (int i = 0; i < 3; i++) {
      scene.after(800, thinking().saying("step " + i));
    }
    scene.after(100, executed()).after(100, completed());

    assertThat(scene.found()).containsExactly("late_event/events");
  }

  @Test
  void callsARunThatTalksPastTheAnswersLimitTimedOut() {
    Scene scene = Scene.asked().after(100, started());
    for (int i = 0; i < 9; i++) {
      scene.after(690, thinking().saying("thought " + i));
    }

    assertThat(scene.found()).containsExactly("timed_out/events");
    assertThat(scene.sentence()).contains("6.0 s", "goes on", "agent_thinking");
  }

  @Test
  void namesEveryEventThatIsMissing() {
    Scene scene = Scene.asked().after(100, started()).after(300, completed());

    assertThat(scene.findings())
        .extracting(finding -> finding.evidence().expected())
        .containsExactly("agent_thinking", "tool_executing", "tool_completed");
    assertThat(scene.findings().getFirst().message())
        .isEqualTo(
            "agent_thinking never came: the run ended after 400 ms with agent_started,"
                + " agent_completed");
  }

  @Test
  void doesNotMissToolsWhereTheyAreOptional() {
    Scene scene = Scene.asked(Contract.DEFAULT, ToolUse.OPTIONAL);
    scene.after(100, started()).after(150, thinking()).after(300, completed());

    assertThat(scene.findings()).isEmpty();
  }

  @Test
  void objectsToAToolWhereNoneIsNeeded() {
    Scene scene = Scene.asked(Contract.DEFAULT, ToolUse.FORBIDDEN).goodRun();

    assertThat(scene.found()).containsExactly("unexpected_event/events");
    assertThat(scene.sentence()).contains("calculator");
  }

  @Test
  void missesInAStalledRunOnlyWhatShouldHaveComeBefore() {
    Scene scene = Scene.asked().after(100, thinking()).after(100, executing());

    assertThat(scene.found()).containsExactlyInAnyOrder("missing_event/events", "stalled/events");
  }

  @Test
  void findsAWrongOrderOnce() {
    Scene scene =
        Scene.asked()
            .after(100, thinking())
            .after(120, started())
            .after(100, executing())
            .after(230, executed())
            .after(90, completed());

    assertThat(scene.found()).containsExactly("out_of_order/events");
    assertThat(scene.sentence())
        .isEqualTo("Wrong order: agent_thinking came 120 ms before agent_started");
  }

  @Test
  void findsAToolThatCompletesBeforeItIsAnnounced() {
    Scene scene =
        Scene.asked()
            .after(100, started())
            .after(130, thinking())
            .after(100, executed())
            .after(230, executing())
            .after(90, completed());

    assertThat(scene.found()).containsExactly("out_of_order/events");
  }

  @Test
  void findsAToolThatWasNeverAnnounced() {
    Scene scene = Scene.asked().goodUntilTools().after(100, executed().tool("search"));
    scene.after(100, executing()).after(130, executed()).after(90, completed());

    assertThat(scene.found()).containsExactly("unpaired_tool/events");
    assertThat(scene.sentence()).contains("search", "never announced");
  }

  @Test
  void findsAToolThatNeverEnds() {
    Scene scene = Scene.asked().goodUntilTools().after(100, executing().tool("search"));
    scene.after(100, executing()).after(130, executed()).after(90, completed());

    assertThat(scene.found()).containsExactly("unpaired_tool/events");
    assertThat(scene.sentence()).contains("search", "its end was never reported");
  }

  @Test
  void pairsToolsOfSeveralAgentsByAgent() {
    Scene scene = Scene.asked().goodUntilTools();
    scene.after(20, executing().agent("one")).after(30, executing().agent("two"));
    scene.after(50, executed().agent("two")).after(90, executed().agent("one"));

    assertThat(scene.after(40, completed()).findings()).isEmpty();
  }

  @Test
  void pairsAToolWhoseEndNamesNoAgent() {
    Scene scene = Scene.asked().goodUntilTools();
    scene.after(20, executing().agent("one")).after(150, executed().agent(null));

    assertThat(scene.after(40, completed()).findings()).isEmpty();
  }

  @Test
  void findsTheSameEventTwiceAsAWarning() {
    Scene scene = Scene.asked().after(100, started()).after(10, started());
    scene.after(120, thinking()).after(60, executing()).after(150, executed());

    assertThat(scene.after(90, completed()).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.kind().label()).isEqualTo("duplicate_event");
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
  }

  @Test
  void findsARetryOfAnEventThatHadComeByItsMark() {
    Scene scene = Scene.asked().goodUntilTools().after(100, executing());
    scene.after(50, executing().saying("reworded").again());

    assertThat(scene.after(70, executed()).after(40, completed()).found())
        .containsExactly("duplicate_event/events");
  }

  @Test
  void acceptsARetryOfAnEventThatHadNotCome() {
    Scene scene = Scene.asked().goodUntilTools().after(100, executing().again());

    assertThat(scene.after(70, executed()).after(40, completed()).findings()).isEmpty();
  }

  @Test
  void findsASecondEndOfTheSameRun() {
    Scene scene = Scene.asked().goodRun().after(50, completed().text("Another " + Told.ANSWER));

    assertThat(scene.found()).containsExactly("duplicate_event/events");
    assertThat(scene.sentence()).contains("ended twice", "50 ms");
  }

  @Test
  void findsEventsAfterTheEnd() {
    Scene scene = Scene.asked().goodRun().after(80, thinking().saying("afterthought"));

    assertThat(scene.found()).containsExactly("after_terminal/events");
    assertThat(scene.sentence())
        .isEqualTo("agent_thinking came 80 ms after the run had ended with agent_completed");
  }

  @Test
  void hearsNothingOnceItHasListenedOn() {
    assertThat(Scene.asked().goodRun().after(501, thinking().saying("late")).findings()).isEmpty();
  }

  @Test
  void doesNotMissWhatCameAfterTheEnd() {
    Scene scene = Scene.asked().goodUntilTools().after(100, executing());

    assertThat(scene.after(100, completed()).after(80, executed()).found())
        .containsExactly("after_terminal/events");
  }

  @Test
  void acceptsFurtherAgentsAndFramesThatAreNoneOfTheContracts() {
    Scene scene = Scene.asked().after(50, started());
    scene
        .after(60, started().agent("triage"))
        .after(40, completed().agent("triage").text("Sorted"));
    scene.after(30, thinking()).after(80, executing().agent("reporting"));
    scene.after(90, executed().agent("reporting")).after(50, Told.of("progress_update"));
    scene.after(20, new Reading.Unknown("thread_renamed")).after(30, completed());

    assertThat(scene.after(20, Told.of("progress_update").saying("done")).findings()).isEmpty();
  }

  @Test
  void endsWithTheAgentWhoseStartCameFirstHoweverOftenItStarted() {
    Scene scene = Scene.asked().after(50, started()).after(60, started().saying("again"));
    scene.after(30, thinking()).after(70, executing()).after(90, executed());
    scene.after(40, completed().agent("triage").text("Sorted")).after(80, completed());

    assertThat(scene.findings()).isEmpty();
    assertThat(scene.judgement().terminalAt()).hasValue(5_000_000_000L + 440_000_000L);
  }

  @Test
  void endsWithACompletionWithoutAgentWhereTheFirstStartNamedNone() {
    Scene scene = Scene.asked().after(50, started().agent(null)).after(60, started());
    scene.after(30, thinking()).after(70, executing()).after(90, executed());
    scene.after(40, completed().text("Sorted")).after(80, completed().agent(null));

    assertThat(scene.findings()).isEmpty();
  }

  @Test
  void endsWithTheFirstCompletionWhereNoStartWasSeen() {
    Scene scene = Scene.asked().after(150, thinking()).after(70, executing());
    scene.after(90, executed()).after(40, completed().agent("whoever"));

    assertThat(scene.found()).containsExactly("missing_event/events");
    assertThat(scene.sentence()).startsWith("agent_started never came");
  }

  @Test
  void saysWhichFieldsOfAnEventAreBroken() {
    Scene scene = Scene.asked().goodUntilTools();
    scene.after(100, executing().tool(null).broken("it names no tool")).after(140, executed());

    assertThat(scene.after(40, completed()).found()).containsExactly("malformed_event/events");
    assertThat(scene.sentence()).isEqualTo("tool_executing is malformed: it names no tool");
  }

  @Test
  void readsOnAfterAFrameThatCannotBeRead() {
    Scene scene = Scene.asked().after(5, new Reading.Unreadable("it is not JSON")).goodRun();

    assertThat(scene.found()).containsExactly("malformed_event/events");
  }

  @Test
  void callsAConnectionThatEndsInMidRunDroppedAndNothingElse() {
    Scene scene = Scene.asked().goodUntilTools().after(60, new Ending.StreamEnd());

    assertThat(scene.found()).containsExactly("dropped/events");
    assertThat(scene.sentence())
        .isEqualTo(
            "The connection was lost 300 ms after the question, after agent_thinking: ended"
                + " without a close frame (1006)");
  }

  @Test
  void findsNothingInACloseWhileItListensOn() {
    assertThat(Scene.asked().goodRun().after(50, new Ending.Reset()).findings()).isEmpty();
  }

  @Test
  void callsALateAnswerSlowOnlyWhereItIsGood() {
    Scene good = Scene.asked().goodUntilTools().after(10, executing()).after(800, executed());
    good.after(10, thinking().saying("2"));
    Scene bad = Scene.asked().goodUntilTools().after(10, executing()).after(800, executed());
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
    Scene scene = Scene.asked().after(100, started()).after(750, thinking());
    scene.after(60, executing()).after(230, executed()).after(90, completed());

    assertThat(scene.found()).containsExactly("late_event/events");
    assertThat(scene.sentence())
        .isEqualTo(
            "agent_thinking came late: 750 ms after agent_started, where 700 ms are allowed");
    assertThat(scene.findings().getFirst().evidence().frames()).containsExactly(2, 3);
  }

  @Test
  void callsAStreamThatComesInOneBurstAtTheEndLateAndNotFabricated() {
    Scene scene = Scene.asked().after(900, started()).after(1, thinking()).after(1, executing());

    assertThat(scene.after(1, executed()).after(1, completed()).found())
        .containsExactly("late_event/events");
  }

  @Test
  void callsAnAgentResponseAloneStalled() {
    Scene scene = Scene.asked().after(100, new Reading.Response("Here you are", false));

    assertThat(scene.found()).containsExactly("stalled/events");
  }

  @Test
  void callsACannedAgentResponseDegradedBesides() {
    Scene scene = Scene.asked().after(100, new Reading.Response("Come back later", true));

    assertThat(scene.found()).containsExactly("degraded_service/events", "stalled/events");
  }

  @Test
  void callsAnAcknowledgementOfTheQuestionsTypeAloneNotUnderstood() {
    assertThat(Scene.asked().after(20, new Reading.Ack(true)).found())
        .containsExactly("not_understood/send");
    assertThat(Scene.asked().after(20, new Reading.Ack(false)).found())
        .containsExactly("silent/events");
    assertThat(Scene.asked().after(20, new Reading.Ack(true)).goodRun().findings()).isEmpty();
  }

  @Test
  void judgesARunThatItsOwnTimeoutCutsShort() {
    Scene scene = Scene.asked().goodUntilTools();
    scene.judgement().timedOut(Duration.ofSeconds(1), 6_000_000_000L);

    assertThat(scene.found()).containsExactly("timed_out/events");
  }

  @Test
  void doesNotHoldItsOwnTimeoutAgainstARunThatHasEnded() {
    Scene scene = Scene.asked().goodRun();
    scene.judgement().timedOut(Duration.ofSeconds(1), 5_700_000_000L);

    assertThat(scene.findings()).isEmpty();
  }

  @Test
  void sortsFindingsByTime() {
    Scene scene = Scene.asked().after(100, new Reading.Degraded("emergency_mode"));
    scene.after(10, failure("Database: gone", Blame.PLATFORM)).after(100, started());

    assertThat(scene.after(100, new Ending.Reset()).findings())
        .extracting(Finding::evidence)
        .extracting(evidence -> evidence.at().toMillis())
        .isSorted();
  }
}
