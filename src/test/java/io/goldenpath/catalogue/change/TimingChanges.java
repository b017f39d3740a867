package io.goldenpath.catalogue.change;

import static io.goldenpath.catalogue.change.ScriptEdits.until;

import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import java.time.Duration;
import java.util.stream.IntStream;

/** Twists of when things happen. */
public final class TimingChanges {

  private static final int SLOW_MILLIS = 2150;
  private static final int THOUGHTS = 20;
  private static final int[] PERCENT = {16, 22, 19, 23, 20};

  private TimingChanges() {}

  /** Slow in all, and no single gap long enough to stand out. */
  public static Script slow(Script run) {
    int count = run.steps().size();
    double sum = IntStream.range(0, count).map(TimingChanges::percent).sum();
    return new Script(
        IntStream.range(0, count)
            .mapToObj(i -> run.steps().get(i).after(millis(SLOW_MILLIS * percent(i) / sum)))
            .toList());
  }

  /** One event late, and the others so much quicker that the whole is not. */
  public static Script late(Script run, String event, long millis) {
    int index = run.first(event);
    return new Script(
        IntStream.range(0, run.steps().size())
            .mapToObj(i ->
                i == index
                    ? run.steps().get(i).after(Duration.ofMillis(millis))
                    : run.steps()
                        .get(i)
                        .after(run.steps().get(i).gap().multipliedBy(2).dividedBy(5)))
            .toList());
  }

  /** Everything at once, after that time. */
  public static Script burst(Script run, long millis) {
    return new Script(
        IntStream.range(0, run.steps().size())
            .mapToObj(i -> run.steps().get(i).after(Duration.ofMillis(i == 0 ? millis : 0)))
            .toList());
  }

  public static Script even(Script run, long millis) {
    return new Script(
        run.steps().stream().map(step -> step.after(Duration.ofMillis(millis))).toList());
  }

  /** A thought every now and then, for longer than anybody waits. */
  public static Script endless(Script run) {
    DemoEvent thought = run.event(DemoEvent.THINKING);
    ScriptStep[] more =
        IntStream.range(0, THOUGHTS)
            .mapToObj(i ->
                ScriptStep.event(
                    300 + 70 * (i % 3), thought.with(body -> body.put("step_number", i + 2))))
            .toArray(ScriptStep[]::new);
    return until(run, DemoEvent.EXECUTED).then(more);
  }

  /** One event moved behind another. */
  public static Script moved(Script run, String event, String behind) {
    ScriptStep step = run.steps().get(run.first(event));
    return run.without(event).after(behind, step.after(Duration.ofMillis(60)));
  }

  private static int percent(int index) {
    return PERCENT[index % PERCENT.length];
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis((long) millis);
  }
}
