package io.goldenpath.contract.rules;

import static io.goldenpath.contract.rules.OwnContracts.heard;
import static io.goldenpath.contract.rules.OwnContracts.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.SampleEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a contract of one's own says of events that belong together. */
class PairTests {

  private static final EventPair LISTS =
      new EventPair(
          "tool_call",
          "tool_result",
          List.of(new EventPair.Key("/calls/*/id", "/results/*/call_id")));

  @Test
  void pairsByTheSamePlaceInBoth() {
    Contract contract = with(EventPair.of("step_opened", "step_closed", "/id"));

    ScriptedConnection good = run(contract).after(5, step("step_opened", "a"));
    assertThat(good.after(5, step("step_closed", "a")).goodRun().findings()).isEmpty();
    ScriptedConnection bad = run(contract).after(5, step("step_opened", "a"));
    assertThat(bad.after(5, step("step_closed", "b")).goodRun().found())
        .containsExactly("unpaired_tool/events", "unpaired_tool/events");
  }

  @Test
  void pairsByDifferentPlaces() {
    Contract contract =
        with(new EventPair("call", "result", List.of(new EventPair.Key("/id", "/answer/call_id"))));

    ScriptedConnection good = run(contract).after(5, step("call", "a"));
    good.after(5, heard(event("result"), Map.of("/answer/call_id", "a", "/id", "z")));
    assertThat(good.goodRun().findings()).isEmpty();
    ScriptedConnection bad = run(contract).after(5, step("call", "a"));
    bad.after(5, heard(event("result"), Map.of("/answer/call_id", "z", "/id", "a")));
    assertThat(bad.goodRun().found())
        .containsExactly("unpaired_tool/events", "unpaired_tool/events");
  }

  @Test
  void pairsByTheIdOfACall() {
    Contract contract = with(EventPair.of("call", "result", "call"));

    ScriptedConnection bad = run(contract).after(5, heard(event("call"), Map.of("call", "c1")));
    bad.after(5, heard(event("result"), Map.of("call", "c2")));
    assertThat(bad.goodRun().found())
        .containsExactly("unpaired_tool/events", "unpaired_tool/events");
  }

  @Test
  void opensAndClosesOneForEachItemOfAList() {
    ScriptedConnection good = run(with(LISTS)).after(5, calls("a", "b"));
    good.after(5, results("b")).after(5, results("a"));
    assertThat(good.goodRun().findings()).isEmpty();

    ScriptedConnection open = run(with(LISTS)).after(5, calls("a", "b", "c"));
    open.after(5, results("b", "c"));
    assertThat(open.goodRun().found()).containsExactly("unpaired_tool/events");

    ScriptedConnection unopened = run(with(LISTS)).after(5, calls("a")).after(5, results("a", "z"));
    assertThat(unopened.goodRun().found()).containsExactly("unpaired_tool/events");

    ScriptedConnection swapped = run(with(LISTS)).after(5, results("a")).after(5, calls("a"));
    assertThat(swapped.goodRun().found()).containsExactly("out_of_order/events");
  }

  @Test
  void opensNothingWithItemsThatSayNothing() {
    DecodedFrame text =
        heard(event("tool_call"), Map.of("/calls", List.of(Map.of("text", "I use no tool"))));

    assertThat(run(with(LISTS)).after(5, text).goodRun().findings()).isEmpty();
    assertThat(run(with(LISTS)).after(5, heard(event("tool_call"), Map.of())).goodRun().findings())
        .isEmpty();
  }

  @Test
  void takesAnEventForPartOfSeveralPairs() {
    EventPair steps = EventPair.of("step", "tool_result", "/step");
    Map<String, Object> step = Map.of("/step", 1L);
    DecodedFrame result =
        heard(
            event("tool_result"),
            Map.of("/results", List.of(""), "/results/0/call_id", "a", "/step", 1L));
    ScriptedConnection good = run(with(LISTS, steps)).after(5, heard(event("step"), step));

    assertThat(good.after(5, calls("a")).after(5, result).goodRun().findings()).isEmpty();
  }

  @Test
  void keepsPairsApartThatOneFrameOpens() {
    Contract contract = with(EventPair.of("step_opened", "step_closed", "/id"));
    ScriptedConnection both =
        run(contract).after(5, step("step_opened", "a")).sameFrame(step("step_opened", "b"));

    assertThat(both.after(5, step("step_closed", "b")).goodRun().found())
        .containsExactly("unpaired_tool/events");
  }

  private static Contract with(EventPair... pairs) {
    Contract bundled = Contract.DEFAULT;
    Contract.Flow flow = bundled.flow();
    return new Contract(
        "own",
        bundled.events(),
        new Contract.Flow(
            flow.first(), flow.terminal(), flow.order(), flow.tools(), List.of(pairs)),
        bundled.strictness(),
        bundled.fabricationSigns(),
        List.of());
  }

  private static DecodedFrame step(String name, String id) {
    return heard(event(name).saying(name + id), Map.of("/id", id));
  }

  private static DecodedFrame calls(String... ids) {
    return list("tool_call", "/calls", "id", ids);
  }

  private static DecodedFrame results(String... ids) {
    return list("tool_result", "/results", "call_id", ids);
  }

  /** Fields as a dialect finds them: by pointer, the list itself and each item. */
  private static DecodedFrame list(String name, String at, String field, String... ids) {
    Map<String, Object> fields = new HashMap<>();
    fields.put(at, List.of(ids));
    IntStream.range(0, ids.length).forEach(i -> fields.put(at + "/" + i + "/" + field, ids[i]));
    return heard(event(name).saying(name + String.join(",", ids)), fields);
  }

  private static SampleEvent event(String name) {
    return SampleEvent.of(name);
  }
}
