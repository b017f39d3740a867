package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static io.goldenpath.contract.rules.OwnContracts.LENIENT;
import static io.goldenpath.contract.rules.OwnContracts.due;
import static io.goldenpath.contract.rules.OwnContracts.event;
import static io.goldenpath.contract.rules.OwnContracts.heard;
import static io.goldenpath.contract.rules.OwnContracts.run;
import static io.goldenpath.contract.rules.OwnContracts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent.Count;
import io.goldenpath.contract.definition.ExpectedField;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a contract of one's own can demand. */
class OwnContractTests {

  @Test
  void countsEvents() {
    Contract contract = with(event("agent_thinking", new Count(2, 3), null, List.of()));

    assertThat(run(contract).goodRun().found()).containsExactly("missing_event/events");
    ScriptedConnection often = run(contract).after(50, started());
    for (int i = 0; i < 4; i++) {
      often.after(40 + 7 * i, thinking().saying("thought " + i));
    }
    often.after(20, executing()).after(90, executed()).after(60, completed());

    assertThat(often.found()).containsExactly("unexpected_event/events");
    assertThat(often.onlyMessage())
        .isEqualTo("agent_thinking came 4 times, where the contract allows 3");
  }

  @Test
  void holdsAnEventToItsOwnDeadline() {
    Contract early = with(event("agent_started", Count.ONE_OR_MORE, due(100, null), List.of()));
    Contract quick =
        with(event("tool_completed", Count.ONE_OR_MORE, due(200, "tool_executing"), List.of()));

    assertThat(run(early).goodRun().onlyMessage())
        .isEqualTo("agent_started came late: 110 ms after the question, where 100 ms are allowed");
    assertThat(run(quick).goodRun().onlyMessage())
        .isEqualTo(
            "tool_completed came late: 230 ms after tool_executing, where 200 ms are allowed");
  }

  @Test
  void looksAtFields() {
    ExpectedField tool =
        new ExpectedField(List.of("/a", "/b"), true, ExpectedField.Type.STRING, 2, 4);
    Contract contract = with(event("agent_thinking", Count.ONE_OR_MORE, null, List.of(tool)));

    assertThat(thought(contract, Map.of("/b", "abc")).findings()).isEmpty();
    assertThat(thought(contract, Map.of()).onlyMessage())
        .isEqualTo("agent_thinking is malformed: it has no /a or /b");
    assertThat(thought(contract, Map.of("/a", 5L)).onlyMessage()).contains("is not of type string");
    assertThat(thought(contract, Map.of("/a", "x")).onlyMessage())
        .contains("length 1, shorter than 2");
    assertThat(thought(contract, Map.of("/a", "xxxxx")).onlyMessage())
        .contains("length 5, longer than 4");
  }

  @Test
  void takesARunThatIsTooShortOrCameInOneBurstForWhatItIs() {
    Contract.FabricationSigns fabricationSigns = Contract.DEFAULT.fabricationSigns();
    Contract slow =
        with(
            new Contract.FabricationSigns(
                Set.of(), Set.of(), Duration.ofSeconds(1), Duration.ZERO, true));
    Contract spread =
        with(
            new Contract.FabricationSigns(
                fabricationSigns.texts(),
                fabricationSigns.tools(),
                Duration.ZERO,
                Duration.ofMillis(50),
                true));

    assertThat(run(slow).goodRun().found()).containsExactly("fabricated/events");
    ScriptedConnection burst =
        run(spread).after(300, started()).after(1, thinking()).after(1, executing());
    assertThat(burst.after(2, executed()).after(1, completed()).found())
        .containsExactly("late_event/events");
    assertThat(burst.onlyMessage()).contains("one burst of 5 ms", "Nothing was streamed");
    assertThat(run(spread).goodRun().findings()).isEmpty();
  }

  @Test
  void holdsTheAnswerToItsConditions() {
    Condition condition =
        values ->
            values.equals(
                    Map.of(
                        "answer",
                        SampleEvent.ANSWER,
                        "event",
                        Map.of(),
                        "nonce",
                        SampleEvent.NONCE,
                        "sum",
                        (long) SampleEvent.SUM,
                        "seconds",
                        0.63))
                ? Optional.empty()
                : Optional.of("not so: " + values);
    Condition never = _ -> Optional.of("not answer.size() < 3");
    Contract bundled = Contract.DEFAULT;
    Contract contract =
        new Contract(
            "own",
            bundled.events(),
            bundled.flow(),
            LENIENT,
            bundled.fabricationSigns(),
            List.of(condition, never));

    assertThat(run(contract).goodRun().onlyMessage())
        .isEqualTo("The answer does not fulfil the contract: not answer.size() < 3");
  }

  @Test
  void weighsFindingsAsItIsTold() {
    Contract contract =
        with(
            new Contract.Strictness(
                Set.of(),
                Contract.UnknownPolicy.IGNORE,
                null,
                Map.of(
                    FindingKind.LATE_EVENT, Severity.INFO,
                    FindingKind.ERROR_EVENT, Severity.CRITICAL,
                    FindingKind.TIMED_OUT, Severity.WARNING)));

    assertThat(contract.applySeverity(finding(FindingKind.LATE_EVENT)).severity())
        .isEqualTo(Severity.INFO);
    assertThat(contract.applySeverity(finding(FindingKind.ERROR_EVENT)).severity())
        .isEqualTo(Severity.CRITICAL);
    assertThat(
            contract
                .applySeverity(finding(FindingKind.ERROR_EVENT).withSeverity(Severity.WARNING))
                .severity())
        .isEqualTo(Severity.WARNING);
    assertThat(
            contract
                .applySeverity(finding(FindingKind.TIMED_OUT).withSeverity(Severity.INFO))
                .severity())
        .isEqualTo(Severity.INFO);
    assertThat(contract.applySeverity(finding(FindingKind.SILENT)).severity())
        .isEqualTo(Severity.ERROR);
  }

  private static ScriptedConnection thought(Contract contract, Map<String, Object> fields) {
    return run(contract)
        .after(100, started())
        .after(140, heard(thinking(), fields))
        .after(60, executing())
        .after(230, executed())
        .after(90, completed());
  }

  private static Finding finding(FindingKind kind) {
    Evidence evidence = new Evidence("", "", Duration.ZERO, List.of());
    return Finding.of(kind, Step.EVENTS, 1, "x", evidence);
  }
}
