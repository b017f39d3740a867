package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.ANSWER;
import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.rules.OwnContracts.run;
import static io.goldenpath.contract.rules.ScriptedConnection.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent.Count;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.target.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs whose end the dialect tells, and no event of its own. */
class EndTests {

  private static final FrameContent.Failure DOWN = failure("model: down", ErrorCause.PLATFORM);

  @Test
  void judgesTheAnswerThatTheEndBrings() {
    assertThat(plain().after(90, end(ANSWER)).findings()).isEmpty();
    assertThat(plain().after(90, end("The sum is 4.")).found())
        .containsExactly("wrong_answer/answer");
    assertThat(plain().after(90, end("Agent response for: you")).found())
        .containsExactly("fabricated/answer");
    assertThat(plain().after(90, end(ScriptedConnection.QUESTION.text())).found())
        .containsExactly("fabricated/answer");
    assertThat(plain().after(90, end(" ")).onlyMessage())
        .isEqualTo("The run ended, but the answer is empty: a user sees nothing");
  }

  @Test
  void takesNoEventForTheEndWhateverItsName() {
    ScriptedConnection connection =
        plain().after(50, word("end").text(ANSWER)).after(50, completed());

    assertThat(connection.judgement().terminalAt()).isEmpty();
    assertThat(connection.found()).containsExactly("stalled/events");
  }

  @Test
  void callsAnEndThatTellsOfAFailureAnErrorAnswer() {
    ScriptedConnection connection = plain().after(90, failed("out of credits"));

    assertThat(connection.found()).containsExactly("error_answer/answer");
    assertThat(connection.onlyMessage())
        .isEqualTo("The run ended, and the platform says that it failed: \"out of credits\"");
  }

  @Test
  void missesNothingThatAFailureKeptFromComing() {
    Contract contract =
        new Contract(
            "own",
            List.of(OwnContracts.event("sources", new Count(1, 1), null, List.of())),
            Contract.PLAIN.flow(),
            Contract.PLAIN.strictness(),
            Contract.PLAIN.fabricationSigns(),
            List.of());

    assertThat(run(contract).after(50, word("token")).after(50, failed("no model")).found())
        .containsExactly("error_answer/answer");
    assertThat(run(contract).after(50, word("token")).after(50, end(ANSWER)).found())
        .containsExactly("missing_event/events");
  }

  @Test
  void isToldWhenTheEndCame() {
    ScriptedConnection connection = plain().after(90, end(ANSWER));

    assertThat(connection.judgement().terminalAt()).hasValue(ScriptedConnection.at(410));
    assertThat(connection.judgement().events())
        .extracting(event -> event.event() + " " + event.answerLength())
        .containsExactly("other 0", "other 0", "other 0", "other " + ANSWER.length());
  }

  @Test
  void objectsToWhatComesAfterTheEnd() {
    ScriptedConnection late = plain().after(90, end(ANSWER)).after(50, word("more"));
    assertThat(late.found()).containsExactly("after_terminal/events");
    assertThat(late.onlyMessage()).isEqualTo("more came 50 ms after the run had ended");

    ScriptedConnection twice = plain().after(90, end(ANSWER)).after(50, end(ANSWER));
    assertThat(twice.found()).containsExactly("duplicate_event/events");
    ScriptedConnection ignored = plain().after(90, end(ANSWER)).after(600, word("more"));
    assertThat(ignored.findings()).isEmpty();
  }

  @Test
  void letsTheUsualEndFollowAFailure() {
    assertThat(plain().after(90, failed("no")).after(10, end("")).found())
        .containsExactly("error_answer/answer");
    assertThat(plain().after(90, end(ANSWER)).after(10, failed("no")).found())
        .containsExactly("duplicate_event/events");
  }

  @Test
  void leavesEndsOfOtherRunsAlone() {
    ScriptedConnection connection =
        run(Contract.PLAIN)
            .after(100, word("one").run("ours"))
            .after(20, new FrameContent.End("other", null, new AgentEvent.Ids("theirs", null)))
            .after(20, new FrameContent.End(ANSWER, null, new AgentEvent.Ids("ours", null)));

    assertThat(connection.found()).containsExactly("wrong_run/events");
  }

  @Test
  void takesNoEchoOfTheQuestionForTheAnswerOfOurRun() {
    ScriptedConnection connection =
        run(Contract.PLAIN)
            .after(100, word("one").run("echo"))
            .after(20, word("one").run("ours"))
            .after(
                20,
                new FrameContent.End(
                    ScriptedConnection.QUESTION.text(), null, new AgentEvent.Ids("echo", null)))
            .after(20, new FrameContent.End(ANSWER, null, new AgentEvent.Ids("ours", null)));

    assertThat(connection.judgement().runId()).hasValue("ours");
    assertThat(connection.found()).containsExactly("wrong_run/events");
  }

  @Test
  void waitsForTheEventWhereThatEndsARun() {
    ScriptedConnection good =
        run(Contract.DEFAULT).goodRun().after(0, end("")).after(20, end("again"));
    assertThat(good.findings()).isEmpty();

    ScriptedConnection failing =
        run(Contract.DEFAULT).goodUntilTools().after(50, failed("gave up"));
    assertThat(failing.found())
        .containsOnlyOnce("error_answer/answer")
        .doesNotContain("silent/events", "stalled/events");
  }

  @Test
  void seesTheFrameOfTheEndInConditions() {
    Condition cheap =
        values ->
            Map.of("usage", Map.of("tokens", 7)).equals(values.get("event"))
                ? Optional.empty()
                : Optional.of("saw " + values.get("event"));
    Contract plain = Contract.PLAIN;
    Contract contract =
        new Contract(
            "own",
            plain.events(),
            plain.flow(),
            plain.strictness(),
            plain.fabricationSigns(),
            List.of(cheap));

    assertThat(run(contract).after(50, word("a")).after(50, framed(7)).findings()).isEmpty();
    assertThat(run(contract).after(50, word("a")).after(50, framed(8)).found())
        .containsExactly("wrong_answer/answer");
  }

  @Test
  void doesNotHoldAnEmptyEndAgainstARunThatAnErrorEnded() {
    ScriptedConnection end = plain().after(20, DOWN).after(20, end(""));
    assertThat(end.found()).containsExactly("error_event/events");
    assertThat(end.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);

    ScriptedConnection named = plain().after(20, failure("Unauthorized", ErrorCause.AUTH));
    named.after(20, word("task_end")).sameFrame(end(""));
    assertThat(named.found()).containsExactly("auth_refused/events");
  }

  @Test
  void reportsAnErrorBesideTheAnswerThatFollowsIt() {
    ScriptedConnection recovered = plain().after(20, DOWN).after(20, end(ANSWER));
    assertThat(recovered.found()).containsExactly("error_event/events");
    assertThat(recovered.findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);

    ScriptedConnection wentOn = plain().after(20, DOWN).after(20, word("more")).after(9, end(""));
    assertThat(wentOn.found())
        .containsExactlyInAnyOrder("error_event/events", "empty_answer/answer");
  }

  @Test
  void tellsOfOneFrameThatIsErrorAndFailureOnce() {
    ScriptedConnection once = plain();
    once.after(20, DOWN).sameFrame(failed("model: down"));
    assertThat(once.found()).containsExactly("error_event/events");

    ScriptedConnection twice = plain().after(20, DOWN).after(20, failed("gave up"));
    assertThat(twice.found())
        .containsExactlyInAnyOrder("error_event/events", "error_answer/answer");
  }

  @Test
  void countsAFrameOfAnotherUserOnceWhateverItSays() {
    DecodedFrame theirs = new DecodedFrame(end(ANSWER), Set.of("user-2"), null, FrameFields.NONE);
    ScriptedConnection connection =
        plain().of("user-2", 20, new FrameContent.Event(word("d").event())).sameFrame(theirs);

    assertThat(connection.after(20, end(ANSWER)).onlyMessage())
        .isEqualTo(
            "LEAK: a frame names another user as the owner, on our connection in step events");
  }

  @Test
  void endsARunThatWaitsForAPerson() {
    ScriptedConnection connection = plain().after(90, new FrameContent.Paused("input.requested"));

    assertThat(connection.found()).containsExactly("unexpected_event/events");
    assertThat(connection.findings().getFirst().severity()).isEqualTo(Severity.ERROR);
    assertThat(connection.onlyMessage())
        .isEqualTo("The run waits for a person, and goes no further without one: input.requested");
  }

  @Test
  void objectsToAnEndBeforeTheQuestion() {
    ScriptedConnection connection =
        ScriptedConnection.connected()
            .after(5, end("left over"))
            .after(5, new FrameContent.Paused("approval"));

    assertThat(connection.welcomed().ask().goodRun().found())
        .containsExactly("unexpected_event/welcome", "unexpected_event/welcome");
  }

  private static ScriptedConnection plain() {
    return run(Contract.PLAIN).after(100, word("a")).after(120, word("b")).after(80, word("c"));
  }

  private static SampleEvent word(String name) {
    return SampleEvent.of(name).run(null).agent(null);
  }

  private static FrameContent.End end(String answer) {
    return new FrameContent.End(answer, null, new AgentEvent.Ids(null, null));
  }

  private static FrameContent.End failed(@Nullable String why) {
    return new FrameContent.End("", why, new AgentEvent.Ids(null, null));
  }

  private static DecodedFrame framed(int tokens) {
    Map<String, Object> frame = Map.of("usage", Map.of("tokens", tokens));
    return new DecodedFrame(end(ANSWER), Set.of(), null, Map.of("", (Object) frame)::get);
  }
}
