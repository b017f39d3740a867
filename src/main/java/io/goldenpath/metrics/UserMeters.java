package io.goldenpath.metrics;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counters and timers of every user of a run, at zero before the first. */
final class UserMeters {

  private final SeriesGroup series;
  private final Set<String> events;

  UserMeters(SeriesGroup series, Probe probe) {
    this.series = series;
    this.events = new HashSet<>(probe.events());
    events.add(EventArrival.OTHER);
    series.timer(MonitorMeter.FIRST_EVENT);
    series.timer(MonitorMeter.EVENT_GAP);
    series.timer(MonitorMeter.ANSWER);
    probe.journey().steps().forEach(step -> series.timer(MonitorMeter.STEP_DURATION, step.label()));
    ConnectPhases.NAMES.forEach(phase -> series.timer(MonitorMeter.CONNECT_PHASE, phase));
    for (String event : events) {
      series.counter(MonitorMeter.EVENTS, event);
    }
    probe.events().forEach(event -> series.timer(MonitorMeter.EVENT_DELAY, event));
  }

  void count(UserRun user) {
    user.events()
        .forEach(arrival -> series.counter(MonitorMeter.EVENTS, name(arrival)).increment());
  }

  void record(UserRun user) {
    user.steps().stream()
        .filter(result -> result.state() != StepResult.State.SKIPPED && result.tokenAge() == null)
        .forEach(result ->
            series.record(MonitorMeter.STEP_DURATION, result.duration(), result.step().label()));
    user.connectPhases()
        .durations()
        .forEach((phase, time) -> series.record(MonitorMeter.CONNECT_PHASE, time, phase));
    user.timeToAnswer().ifPresent(time -> series.record(MonitorMeter.ANSWER, time));
    record(user.events());
  }

  private void record(List<EventArrival> arrivals) {
    for (int i = 0; i < arrivals.size(); i++) {
      EventArrival arrival = arrivals.get(i);
      series.record(MonitorMeter.EVENT_DELAY, arrival.delay(), name(arrival));
      if (i == 0) {
        series.record(MonitorMeter.FIRST_EVENT, arrival.delay());
      } else {
        series.record(MonitorMeter.EVENT_GAP, arrival.at().minus(arrivals.get(i - 1).at()));
      }
    }
  }

  private String name(EventArrival arrival) {
    return events.contains(arrival.event()) ? arrival.event() : EventArrival.OTHER;
  }
}
