package io.goldenpath.metrics;

import static java.util.Objects.requireNonNull;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is counted and timed of every user of a run. All of it stands at zero before the first. */
final class UserMeters {

  private final Timer firstEvent;
  private final Timer eventGap;
  private final Map<Step, Timer> steps = new EnumMap<>(Step.class);
  private final Map<String, Timer> phases = new HashMap<>();
  private final Map<String, Counter> events = new HashMap<>();
  private final Map<String, Timer> eventDelays = new HashMap<>();

  UserMeters(ProbeSeries series, Probe probe) {
    firstEvent =
        series.histogram(
            "goldenpath.first.event", "From the sent message to the first agent event.");
    eventGap = series.histogram("goldenpath.event.gap", "Between two agent events of a run.");
    for (Step step : probe.journey().steps()) {
      steps.put(
          step,
          series.histogram(
              "goldenpath.step.duration",
              "How long a step of the path took.",
              "step",
              step.label()));
    }
    for (String phase : List.of("dns", "tcp", "tls", "upgrade")) {
      phases.put(
          phase,
          series.histogram(
              "goldenpath.connect.phase", "How long a phase of the connect took.", "phase", phase));
    }
    Stream.concat(probe.events().stream(), Stream.of(EventArrival.OTHER))
        .forEach(name -> {
          events.put(
              name,
              series.counter(
                  "goldenpath.events", "Agent events received, by name.", "event", name));
          eventDelays.put(
              name,
              series.histogram(
                  "goldenpath.event.delay",
                  "From the sent message to the agent event.",
                  "event",
                  name));
        });
  }

  void record(UserRun user) {
    user.steps().stream()
        .filter(result -> result.state() != StepResult.State.SKIPPED)
        .forEach(result -> record(steps.get(result.step()), result.duration()));
    record(user.connectPhases());
    record(user.events());
  }

  private void record(ConnectPhases took) {
    record(phases.get("dns"), took.dns());
    record(phases.get("tcp"), took.tcp());
    record(phases.get("tls"), took.tls());
    record(phases.get("upgrade"), took.upgrade());
  }

  private void record(List<EventArrival> marks) {
    for (int i = 0; i < marks.size(); i++) {
      EventArrival mark = marks.get(i);
      String name = events.containsKey(mark.event()) ? mark.event() : EventArrival.OTHER;
      requireNonNull(events.get(name)).increment();
      record(eventDelays.get(name), mark.delay());
      if (i == 0) {
        record(firstEvent, mark.delay());
      } else {
        record(eventGap, mark.at().minus(marks.get(i - 1).at()));
      }
    }
  }

  private static void record(@Nullable Timer histogram, @Nullable Duration took) {
    if (histogram != null && took != null) {
      ProbeSeries.record(histogram, took);
    }
  }
}
