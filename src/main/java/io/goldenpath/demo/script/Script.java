package io.goldenpath.demo.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Timed steps that are played on a connection; faults rewrite them. */
public record Script(List<ScriptStep> steps) {

  public static final Script EMPTY = new Script(List.of());

  public Script {
    steps = List.copyOf(steps);
  }

  public static Script of(ScriptStep... steps) {
    return new Script(List.of(steps));
  }

  public Script without(String type) {
    return new Script(steps.stream().filter(step -> !step.sends(type)).toList());
  }

  /** Inserts right after the last event of this type. */
  public Script after(String type, ScriptStep... more) {
    return insert(last(type) + 1, more);
  }

  public Script then(ScriptStep... more) {
    return insert(steps.size(), more);
  }

  public Script then(Script more) {
    return new Script(Stream.concat(steps.stream(), more.steps().stream()).toList());
  }

  public Script from(int index) {
    return index == 0 ? this : new Script(steps.subList(index, steps.size()));
  }

  /** Sends the last event of this type again. */
  public Script repeat(String type) {
    return after(type, steps.get(last(type)).after(Duration.ofMillis(30)));
  }

  /** Swaps the first events of these types; the times stay. */
  public Script swap(String one, String other) {
    int a = first(one);
    int b = first(other);
    return at(a, steps.get(a).with(steps.get(b).action()))
        .at(b, steps.get(b).with(steps.get(a).action()));
  }

  public DemoEvent event(String type) {
    return steps.stream()
        .filter(step -> step.sends(type))
        .map(step -> ((SendEvent) step.action()).event())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a run without " + type));
  }

  public Script withAnswer(String answer) {
    return changeEvent(
        DemoEvent.COMPLETED, event -> event.with(body -> body.put("result", answer)));
  }

  /** Changes the last event of this type, which is the outermost agent's. */
  public Script changeEvent(String type, UnaryOperator<DemoEvent> change) {
    int index = last(type);
    return new Script(
        IntStream.range(0, steps.size())
            .mapToObj(i -> i == index ? changeEvent(steps.get(i), change) : steps.get(i))
            .toList());
  }

  public int first(String type) {
    return IntStream.range(0, steps.size())
        .filter(i -> steps.get(i).sends(type))
        .findFirst()
        .orElse(steps.size());
  }

  public int last(String type) {
    return IntStream.range(0, steps.size())
        .filter(i -> steps.get(i).sends(type))
        .reduce((one, next) -> next)
        .orElse(steps.size() - 1);
  }

  private Script at(int index, ScriptStep step) {
    List<ScriptStep> all = new ArrayList<>(steps);
    all.set(index, step);
    return new Script(all);
  }

  public Script insert(int index, ScriptStep... more) {
    List<ScriptStep> all = new ArrayList<>(steps);
    all.addAll(index, List.of(more));
    return new Script(all);
  }

  private static ScriptStep changeEvent(ScriptStep step, UnaryOperator<DemoEvent> change) {
    return step.action() instanceof SendEvent sent
        ? step.with(new SendEvent(change.apply(sent.event()), sent.envelope()))
        : step;
  }
}
