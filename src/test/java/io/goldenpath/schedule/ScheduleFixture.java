package io.goldenpath.schedule;

import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A schedule whose time the test moves, and all that its listeners are told. */
final class ScheduleFixture implements AutoCloseable {

  static final Duration MINUTE = Duration.ofMinutes(1);

  final ManualTime time = new ManualTime();
  final RecordingListener recorded = new RecordingListener();
  final Schedule schedule;

  ScheduleFixture(RunListener... more) {
    List<RunListener> listeners = new ArrayList<>(List.of(more));
    listeners.add(recorded);
    schedule =
        new Schedule(
            RunOrigin.untraced("local"),
            new RunNotifier(listeners),
            time.clocks(),
            ControlledJourney.threads());
  }

  static Probe probe(String target, Duration every) {
    return probe(target, Cadence.every(every, every), 1, RateLimits.DEFAULTS);
  }

  static Probe probe(String name, Cadence cadence, int users, RateLimits rateLimits) {
    List<User> accounts = User.guests(users);
    return probe(name, cadence, accounts, rateLimits);
  }

  static Probe probe(String name, Cadence cadence, List<User> users, RateLimits rateLimits) {
    Probe like = SampleRuns.probe(name);
    Target target = like.target();
    return new Probe(
        new Target(name, target.access(), users, "agent-events", "default", rateLimits),
        cadence,
        like.limits(),
        like.script(),
        like.events(),
        like.regression(),
        like.verdict());
  }

  static ProbeId id(String target) {
    return new ProbeId(target, JourneyKind.GOLDEN_PATH);
  }

  /** Watches these from now on; what listeners were told of it is read already. */
  ScheduleFixture watch(ControlledJourney... journeys) {
    schedule.replace(List.of(journeys));
    recorded.read();
    return this;
  }

  ScheduleFixture start() {
    schedule.start();
    time.advance(Duration.ZERO);
    return this;
  }

  @Override
  public void close() {
    schedule.close();
  }
}
