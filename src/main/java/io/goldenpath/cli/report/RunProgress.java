package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How far the run in progress is, as far as the steps that have ended tell. */
final class RunProgress {

  private final Probe probe;
  private final Stopwatch stopwatch;
  private final long begun;
  private final Map<Step, Ended> ended = new EnumMap<>(Step.class);
  private int reached;

  /**
   * A step that has ended for some users or all.
   *
   * @param from When it began for the first, since the run's start.
   * @param to When it ended for the last.
   */
  record Ended(int users, Duration from, Duration to) {

    private Ended and(Ended other) {
      return new Ended(
          users + other.users,
          from.compareTo(other.from) <= 0 ? from : other.from,
          to.compareTo(other.to) >= 0 ? to : other.to);
    }
  }

  RunProgress(Probe probe, Stopwatch stopwatch) {
    this.probe = probe;
    this.stopwatch = stopwatch;
    this.begun = stopwatch.nanos();
  }

  synchronized void ended(Step step, Duration took) {
    Duration now = elapsed();
    Duration from = took.compareTo(now) <= 0 ? now.minus(took) : Duration.ZERO;
    ended.merge(step, new Ended(1, from, now), Ended::and);
    reached = Math.max(reached, steps().indexOf(step) + 1);
  }

  Duration elapsed() {
    return Duration.ofNanos(stopwatch.nanos() - begun);
  }

  List<Step> steps() {
    return List.copyOf(probe.journey().steps());
  }

  int users() {
    return probe.script().spec().users();
  }

  String probe() {
    return probe.id().toString();
  }

  synchronized Map<Step, Ended> ended() {
    return new EnumMap<>(ended);
  }

  /** The step that the foremost user is in; the last where that has ended too. */
  synchronized Step current() {
    return steps().get(Math.min(reached, steps().size() - 1));
  }

  /** How long the foremost user has been in it. */
  synchronized Duration inCurrent() {
    Duration last =
        ended.values().stream().map(Ended::to).max(Duration::compareTo).orElse(Duration.ZERO);
    return elapsed().minus(last);
  }
}
