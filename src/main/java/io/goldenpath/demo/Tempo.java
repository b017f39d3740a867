package io.goldenpath.demo;

import java.time.Duration;
import java.util.stream.IntStream;

/** Twists of when things happen. */
final class Tempo {

  private static final int SLOW_MILLIS = 2150;
  private static final int THOUGHTS = 20;
  private static final int[] PERCENT = {16, 22, 19, 23, 20};

  private Tempo() {}

  /** Slow in all, and no single gap long enough to stand out. */
  static Script slow(Script run) {
    int count = run.cues().size();
    double sum = IntStream.range(0, count).map(Tempo::percent).sum();
    return new Script(
        IntStream.range(0, count)
            .mapToObj(i -> run.cues().get(i).after(millis(SLOW_MILLIS * percent(i) / sum)))
            .toList());
  }

  /** One event late, and the others so much quicker that the whole is not. */
  static Script late(Script run, String event, long millis) {
    int index = run.first(event);
    return new Script(
        IntStream.range(0, run.cues().size())
            .mapToObj(i ->
                i == index
                    ? run.cues().get(i).after(Duration.ofMillis(millis))
                    : run.cues().get(i).after(run.cues().get(i).gap().multipliedBy(2).dividedBy(5)))
            .toList());
  }

  /** Everything at once, after that time. */
  static Script burst(Script run, long millis) {
    return new Script(
        IntStream.range(0, run.cues().size())
            .mapToObj(i -> run.cues().get(i).after(Duration.ofMillis(i == 0 ? millis : 0)))
            .toList());
  }

  static Script even(Script run, long millis) {
    return new Script(
        run.cues().stream().map(cue -> cue.after(Duration.ofMillis(millis))).toList());
  }

  /** A thought every now and then, for longer than anybody waits. */
  static Script endless(Script run) {
    Event thought = run.event(Event.THINKING);
    Cue[] more =
        IntStream.range(0, THOUGHTS)
            .mapToObj(i ->
                Cue.tell(300 + 70 * (i % 3), thought.with(body -> body.put("step_number", i + 2))))
            .toArray(Cue[]::new);
    return run.until(Event.EXECUTED).then(more);
  }

  /** One event moved behind another. */
  static Script moved(Script run, String event, String behind) {
    Cue cue = run.cues().get(run.first(event));
    return run.without(event).after(behind, cue.after(Duration.ofMillis(60)));
  }

  private static int percent(int index) {
    return PERCENT[index % PERCENT.length];
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis((long) millis);
  }
}
