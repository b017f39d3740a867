package io.goldenpath.contract;

import static io.goldenpath.contract.Told.completed;
import static io.goldenpath.contract.Told.executed;
import static io.goldenpath.contract.Told.executing;
import static io.goldenpath.contract.Told.started;
import static io.goldenpath.contract.Told.thinking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goldenpath.contract.EventPromise.Count;
import io.goldenpath.contract.EventPromise.Due;
import io.goldenpath.probe.Condition;
import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.ToolUse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a contract of one's own can demand. */
class ContractTests {

  private static final Contract.Rigour LENIENT = Contract.DEFAULT.rigour();

  @Test
  void countsEvents() {
    Contract contract = with(event("agent_thinking", new Count(2, 3), null, List.of()));

    assertThat(run(contract).goodRun().found()).containsExactly("missing_event/events");
    Scene often = run(contract).after(50, started());
    for (int i = 0; i < 4; i++) {
      often.after(40 + 7 * i, thinking().saying("thought " + i));
    }
    often.after(20, executing()).after(90, executed()).after(60, completed());

    assertThat(often.found()).containsExactly("unexpected_event/events");
    assertThat(often.sentence())
        .isEqualTo("agent_thinking came 4 times, where the contract allows 3");
  }

  @Test
  void holdsAnEventToItsOwnDeadline() {
    Contract early = with(event("agent_started", Count.ONE_OR_MORE, due(100, null), List.of()));
    Contract quick =
        with(event("tool_completed", Count.ONE_OR_MORE, due(200, "tool_executing"), List.of()));

    assertThat(run(early).goodRun().sentence())
        .isEqualTo("agent_started came late: 110 ms after the question, where 100 ms are allowed");
    assertThat(run(quick).goodRun().sentence())
        .isEqualTo(
            "tool_completed came late: 230 ms after tool_executing, where 200 ms are allowed");
  }

  @Test
  void looksAtFields() {
    FieldPromise tool = new FieldPromise(List.of("/a", "/b"), true, FieldPromise.Type.STRING, 2, 4);
    Contract contract = with(event("agent_thinking", Count.ONE_OR_MORE, null, List.of(tool)));

    assertThat(thought(contract, Map.of("/b", "abc")).findings()).isEmpty();
    assertThat(thought(contract, Map.of()).sentence())
        .isEqualTo("agent_thinking is malformed: it has no /a or /b");
    assertThat(thought(contract, Map.of("/a", 5L)).sentence()).contains("is not of type string");
    assertThat(thought(contract, Map.of("/a", "x")).sentence())
        .contains("length 1, shorter than 2");
    assertThat(thought(contract, Map.of("/a", "xxxxx")).sentence())
        .contains("length 5, longer than 4");
  }

  @Test
  void takesUnknownFramesAsItIsTold() {
    Reading strange = new Reading.Unknown("hologram");

    assertThat(run(strict(Contract.Unknown.WARN)).after(5, strange).goodRun().findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.kind()).isEqualTo(FindingKind.UNEXPECTED_EVENT);
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
          assertThat(finding.message()).contains("hologram");
        });
    assertThat(run(strict(Contract.Unknown.FAIL)).after(5, strange).goodRun().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
    assertThat(
            run(strict(Contract.Unknown.FAIL)).after(5, new Reading.Notice("x")).goodRun().found())
        .isEmpty();
    assertThat(
            run(strict(Contract.Unknown.WARN))
                .after(5, Told.of("progress_update"))
                .goodRun()
                .found())
        .containsExactly("unexpected_event/events");
  }

  @Test
  void forbidsEvents() {
    Contract contract =
        with(new Contract.Rigour(Set.of("debug"), Contract.Unknown.IGNORE, null, Map.of()));

    assertThat(run(contract).after(5, Told.of("debug")).goodRun().found())
        .containsExactly("unexpected_event/events");
    assertThat(run(contract).after(5, new Reading.Unknown("debug")).goodRun().found())
        .containsExactly("unexpected_event/events");
  }

  @Test
  void followsTheNumbersOfFrames() {
    Contract contract =
        with(new Contract.Rigour(Set.of(), Contract.Unknown.IGNORE, "/seq", Map.of()));

    assertThat(numbered(contract, 1, 2, 3, 4, 5).findings()).isEmpty();
    assertThat(numbered(contract, 1, 2, 4, 5, 6).found()).containsExactly("missing_event/events");
    assertThat(numbered(contract, 1, 2, 2, 3, 4).found()).containsExactly("duplicate_event/events");
    assertThat(numbered(contract, 1, 3, 2, 4, 5).found()).containsExactly("out_of_order/events");
  }

  @Test
  void pairsWhatItIsToldTo() {
    Pair pair = new Pair("step_opened", "step_closed", List.of("/id"));
    Contract.Flow flow = Contract.DEFAULT.flow();
    Contract contract =
        new Contract(
            "own",
            Contract.DEFAULT.events(),
            new Contract.Flow(
                flow.first(), flow.terminal(), flow.order(), flow.tools(), List.of(pair)),
            LENIENT,
            Contract.DEFAULT.signs(),
            List.of());

    Scene good = run(contract).after(5, step("step_opened", "a"));
    assertThat(good.after(5, step("step_closed", "a")).goodRun().findings()).isEmpty();
    Scene bad = run(contract).after(5, step("step_opened", "a"));
    assertThat(bad.after(5, step("step_closed", "b")).goodRun().found())
        .containsExactlyInAnyOrder("unpaired_tool/events", "unpaired_tool/events");
  }

  @Test
  void knowsPartialOrders() {
    Order order = Order.of(List.of(List.of("a", "b", "d"), List.of("a", "c", "d")));

    assertThat(order.before("a", "d")).isTrue();
    assertThat(order.before("b", "c")).isFalse();
    assertThat(order.steps(Set.of("a", "d"))).containsExactly(new Order.Step("a", "d"));
    assertThat(order.steps(Set.of("a", "b", "d")))
        .containsExactlyInAnyOrder(new Order.Step("a", "b"), new Order.Step("b", "d"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Order.of(List.of(List.of("a", "b"), List.of("b", "c", "a"))))
        .withMessage("'c' cannot come before 'a' and after it as well");
  }

  @Test
  void takesARunThatIsTooShortOrCameInOneBurstForWhatItIs() {
    Contract.Signs signs = Contract.DEFAULT.signs();
    Contract slow =
        with(new Contract.Signs(Set.of(), Set.of(), Duration.ofSeconds(1), Duration.ZERO));
    Contract spread =
        with(
            new Contract.Signs(signs.texts(), signs.tools(), Duration.ZERO, Duration.ofMillis(50)));

    assertThat(run(slow).goodRun().found()).containsExactly("fabricated/events");
    Scene burst = run(spread).after(300, started()).after(1, thinking()).after(1, executing());
    assertThat(burst.after(2, executed()).after(1, completed()).found())
        .containsExactly("late_event/events");
    assertThat(burst.sentence()).contains("one burst of 5 ms", "Nothing was streamed");
    assertThat(run(spread).goodRun().findings()).isEmpty();
  }

  @Test
  void holdsTheAnswerToItsConditions() {
    Condition condition =
        values ->
            values.equals(
                    Map.of(
                        "answer",
                        Told.ANSWER,
                        "event",
                        Map.of(),
                        "nonce",
                        Told.NONCE,
                        "sum",
                        (long) Told.SUM,
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
            bundled.signs(),
            List.of(condition, never));

    assertThat(run(contract).goodRun().sentence())
        .isEqualTo("The answer does not fulfil the contract: not answer.size() < 3");
  }

  @Test
  void weighsFindingsAsItIsTold() {
    Contract contract =
        with(
            new Contract.Rigour(
                Set.of(),
                Contract.Unknown.IGNORE,
                null,
                Map.of(
                    FindingKind.LATE_EVENT, Severity.INFO,
                    FindingKind.ERROR_EVENT, Severity.CRITICAL,
                    FindingKind.TIMED_OUT, Severity.WARNING)));

    assertThat(contract.weigh(finding(FindingKind.LATE_EVENT)).severity()).isEqualTo(Severity.INFO);
    assertThat(contract.weigh(finding(FindingKind.ERROR_EVENT)).severity())
        .isEqualTo(Severity.CRITICAL);
    assertThat(contract.weigh(finding(FindingKind.ERROR_EVENT).as(Severity.WARNING)).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(contract.weigh(finding(FindingKind.TIMED_OUT).as(Severity.INFO)).severity())
        .isEqualTo(Severity.INFO);
    assertThat(contract.weigh(finding(FindingKind.SILENT)).severity()).isEqualTo(Severity.ERROR);
  }

  private static Scene run(Contract contract) {
    return Scene.asked(contract, ToolUse.REQUIRED);
  }

  private static Scene thought(Contract contract, Map<String, Object> fields) {
    return run(contract)
        .after(100, started())
        .after(140, heard(thinking(), fields))
        .after(60, executing())
        .after(230, executed())
        .after(90, completed());
  }

  private static Scene numbered(Contract contract, int... numbers) {
    Told[] told = {started(), thinking(), executing(), executed(), completed()};
    Scene scene = run(contract);
    for (int i = 0; i < told.length; i++) {
      scene.after(50 + 31 * (i % 3), heard(told[i], Map.of("/seq", (long) numbers[i])));
    }
    return scene;
  }

  private static Heard step(String name, String id) {
    return heard(Told.of(name).saying(name + id), Map.of("/id", id));
  }

  private static Heard heard(Told told, Map<String, Object> fields) {
    return new Heard(new Reading.Event(told.event()), Set.of(), fields::get);
  }

  private static Finding finding(FindingKind kind) {
    Evidence evidence = new Evidence("", "", Duration.ZERO, List.of());
    return Finding.of(kind, Step.EVENTS, 1, "x", evidence);
  }

  private static Due due(int millis, @Nullable String after) {
    return new Due(Duration.ofMillis(millis), after);
  }

  private static EventPromise event(
      String name, Count count, @Nullable Due due, List<FieldPromise> fields) {
    return new EventPromise(name, count, false, due, fields);
  }

  private static Contract with(EventPromise changed) {
    List<EventPromise> events =
        Contract.DEFAULT.events().stream()
            .map(event -> event.name().equals(changed.name()) ? changed : event)
            .toList();
    return new Contract(
        "own", events, Contract.DEFAULT.flow(), LENIENT, Contract.DEFAULT.signs(), List.of());
  }

  private static Contract with(Contract.Rigour rigour) {
    Contract bundled = Contract.DEFAULT;
    return new Contract(
        "own", bundled.events(), bundled.flow(), rigour, bundled.signs(), List.of());
  }

  private static Contract with(Contract.Signs signs) {
    Contract bundled = Contract.DEFAULT;
    return new Contract("own", bundled.events(), bundled.flow(), LENIENT, signs, List.of());
  }

  private static Contract strict(Contract.Unknown unknown) {
    return with(new Contract.Rigour(Set.of(), unknown, null, Map.of()));
  }
}
