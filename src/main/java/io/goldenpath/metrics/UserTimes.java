package io.goldenpath.metrics;

import io.goldenpath.probe.ConnectPhases;
import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.StepResult;
import io.goldenpath.probe.UserRun;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is counted and timed of every user of a run. */
record UserTimes(Series series, List<String> events) {

  void standAtZero(Set<Step> steps) {
    steps.forEach(this::step);
    List.of("dns", "tcp", "tls", "upgrade").forEach(this::phase);
    Stream.concat(events.stream(), Stream.of(EventMark.OTHER))
        .forEach(name -> {
          count(name);
          delay(name);
        });
    gap();
  }

  void record(UserRun user) {
    user.steps().stream()
        .filter(result -> result.state() != StepResult.State.SKIPPED)
        .forEach(result -> Series.record(step(result.step()), result.duration()));
    record(user.connectPhases());
    record(user.events());
  }

  private void record(ConnectPhases phases) {
    record("dns", phases.dns());
    record("tcp", phases.tcp());
    record("tls", phases.tls());
    record("upgrade", phases.upgrade());
  }

  private void record(String phase, @Nullable Duration took) {
    if (took != null) {
      Series.record(phase(phase), took);
    }
  }

  private void record(List<EventMark> marks) {
    for (int i = 0; i < marks.size(); i++) {
      EventMark mark = marks.get(i);
      String name = events.contains(mark.event()) ? mark.event() : EventMark.OTHER;
      count(name).increment();
      Series.record(delay(name), mark.delay());
      if (i > 0) {
        Series.record(gap(), mark.at().minus(marks.get(i - 1).at()));
      }
    }
  }

  private Counter count(String name) {
    return series.counter("goldenpath.events", "Agent events received, by name.", "event", name);
  }

  private Timer delay(String name) {
    return series.histogram(
        "goldenpath.event.delay", "From the sent message to the agent event.", "event", name);
  }

  private Timer gap() {
    return series.histogram("goldenpath.event.gap", "Between two agent events of a run.");
  }

  private Timer step(Step step) {
    return series.histogram(
        "goldenpath.step.duration", "How long a step of the path took.", "step", step.label());
  }

  private Timer phase(String phase) {
    return series.histogram(
        "goldenpath.connect.phase", "How long a phase of the connect took.", "phase", phase);
  }
}
