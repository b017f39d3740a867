package io.goldenpath.web.page.probe;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long one part of many runs took.
 *
 * @param runs Those that came to it.
 * @param median Half of them took no longer.
 * @param slow All but a twentieth of them took no longer.
 * @param limits When it counts as slow, and when as failed; empty where nothing limits it.
 */
record TrendFigures(
    String name, int runs, String median, String slow, String slowest, String limits) {

  static List<TrendFigures> of(List<Run> runs, TimeLimits limits) {
    List<TrendFigures> figures = new ArrayList<>();
    for (Step step : Step.values()) {
      add(figures, step.label(), runs, run -> took(run, step), limit(step, limits));
    }
    add(figures, "first event", runs, Run::timeToFirstEvent, limits.firstEvent());
    add(figures, "whole answer", runs, Run::timeToAnswer, limits.answer());
    add(figures, "run", runs, run -> Optional.of(run.duration()), null);
    return figures;
  }

  /** Of the slowest user, without steps for which nothing was done. */
  static Optional<Duration> took(Run run, Step step) {
    return run.users().stream()
        .map(user -> walked(user, step))
        .flatMap(Optional::stream)
        .max(Duration::compareTo);
  }

  private static Optional<Duration> walked(UserRun user, Step step) {
    return user.executed(step)
        .filter(result -> result.state() != StepResult.State.REUSED)
        .map(StepResult::duration)
        .filter(duration -> !duration.isZero());
  }

  /** Null where nothing limits this step alone. */
  static @Nullable TimeLimit limit(Step step, TimeLimits limits) {
    return switch (step) {
      case LOGIN -> limits.login();
      case CONNECT -> limits.connect();
      case WELCOME -> limits.welcome();
      case EVENTS -> limits.answer();
      case RECONNECT -> limits.reconnect();
      case CLOSE -> TimeLimit.of(limits.close());
      case SEND, ANSWER -> null;
    };
  }

  private static void add(
      List<TrendFigures> figures,
      String name,
      List<Run> runs,
      Function<Run, Optional<Duration>> time,
      @Nullable TimeLimit limit) {
    List<Duration> times =
        runs.stream().filter(Run::valid).map(time).flatMap(Optional::stream).sorted().toList();
    if (!times.isEmpty()) {
      figures.add(
          new TrendFigures(
              name, times.size(), rank(times, 50), rank(times, 95), rank(times, 100), text(limit)));
    }
  }

  private static String rank(List<Duration> sorted, int percent) {
    return DurationText.of(sorted.get((sorted.size() * percent + 99) / 100 - 1));
  }

  private static String text(@Nullable TimeLimit limit) {
    if (limit == null) {
      return "";
    }
    String failed = DurationText.of(limit.failed());
    Duration slow = limit.degraded();
    return slow == null ? failed : DurationText.of(slow) + " / " + failed;
  }
}
