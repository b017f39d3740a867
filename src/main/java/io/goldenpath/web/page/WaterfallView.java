package io.goldenpath.web.page;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.strip.Station;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waterfall of the steps and connect phases, beside the last good run. */
record WaterfallView(String whole, List<Row> rows) {

  static final WaterfallView EMPTY = new WaterfallView("", List.of());

  /** A bar on the time axis. */
  record Bar(String x, String width) {}

  /** One step or one phase of the connect; {@code depth} is {@code step} or {@code phase}. */
  record Row(
      String label,
      String depth,
      String state,
      Bar bar,
      @Nullable Bar lastGood,
      String duration,
      List<Tick> ticks) {}

  /** An event on the time axis. */
  record Tick(String x, String title) {}

  static WaterfallView of(UserRun user, Optional<UserRun> good) {
    Axis axis = new Axis(end(user), good.map(WaterfallView::end).orElse(Duration.ZERO));
    List<Row> rows = new ArrayList<>();
    for (StepResult result : chronological(user)) {
      rows.add(
          new Row(
              result.step().label(),
              "step",
              result.state().label(),
              axis.bar(result.start(), result.duration()),
              good.flatMap(run -> run.step(result.step()))
                  .map(other -> axis.bar(other.start(), other.duration()))
                  .orElse(null),
              timing(result),
              result.step() == Step.EVENTS ? ticks(user, axis) : List.of()));
      if (result.step() == Step.CONNECT) {
        rows.addAll(phases(user.connectPhases(), result, axis));
      }
    }
    return new WaterfallView(DurationText.of(Duration.ofNanos((long) axis.nanos())), rows);
  }

  private static String timing(StepResult result) {
    return switch (result.state()) {
      case SKIPPED -> "–";
      case REUSED -> Station.reused(Objects.requireNonNull(result.tokenAge()));
      case PASSED, FAILED -> DurationText.of(result.duration());
    };
  }

  /** A reconnect comes last among the steps, but it happens amid the events. */
  private static List<StepResult> chronological(UserRun user) {
    List<StepResult> ordered = new ArrayList<>(user.steps());
    user.executed(Step.RECONNECT)
        .ifPresent(reconnect -> {
          ordered.remove(reconnect);
          StepResult before =
              ordered.reversed().stream()
                  .filter(other -> other.state() != StepResult.State.SKIPPED)
                  .filter(other -> other.start().compareTo(reconnect.start()) <= 0)
                  .findFirst()
                  .orElse(null);
          ordered.add(ordered.indexOf(before) + 1, reconnect);
        });
    return ordered;
  }

  private static List<Row> phases(ConnectPhases phases, StepResult connect, Axis axis) {
    List<Row> rows = new ArrayList<>();
    Duration start = connect.start();
    for (Map.Entry<String, Duration> phase : phases.durations().entrySet()) {
      Duration duration = phase.getValue();
      Bar bar = axis.bar(start, duration);
      String text = DurationText.of(duration);
      rows.add(new Row(phase.getKey(), "phase", "passed", bar, null, text, List.of()));
      start = start.plus(duration);
    }
    return rows;
  }

  private static List<Tick> ticks(UserRun user, Axis axis) {
    return user.events().stream()
        .map(mark ->
            new Tick(
                axis.position(mark.at()), mark.event() + ", +" + DurationText.of(mark.delay())))
        .toList();
  }

  private static Duration end(UserRun user) {
    return user.steps().stream()
        .map(StepResult::end)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private record Axis(double nanos) {

    Axis(Duration one, Duration other) {
      this((double) Math.max(1, Math.max(one.toNanos(), other.toNanos())));
    }

    String position(Duration at) {
      return StripView.percent(Math.clamp(at.toNanos() / nanos, 0, 1));
    }

    Bar bar(Duration start, Duration length) {
      return new Bar(position(start), position(length));
    }
  }
}
