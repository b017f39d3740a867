package io.goldenpath.schedule;

import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.JourneyKind;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.RunListener;
import io.goldenpath.probe.Runs;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A schedule whose time the test moves, and all that its listeners are told. */
final class Bench implements AutoCloseable {

  static final Duration MINUTE = Duration.ofMinutes(1);

  final ManualTime time = new ManualTime();
  final Notebook notebook = new Notebook();
  final Schedule schedule;

  Bench(RunListener... more) {
    List<RunListener> listeners = new ArrayList<>(List.of(more));
    listeners.add(notebook);
    schedule = new Schedule("local", listeners, time.clocks());
  }

  static Probe probe(String target, Duration every) {
    return probe(target, Cadence.every(every, every), 1, Manners.DEFAULTS);
  }

  static Probe probe(String name, Cadence cadence, int users, Manners manners) {
    List<User> accounts =
        IntStream.rangeClosed(1, users).mapToObj(slot -> new User(slot, slot, Map.of())).toList();
    return probe(name, cadence, accounts, manners);
  }

  static Probe probe(String name, Cadence cadence, List<User> users, Manners manners) {
    Probe like = Runs.probe(name);
    Target target = like.target();
    return new Probe(
        new Target(name, target.access(), users, "agent-events", "default", manners),
        cadence,
        like.limits(),
        like.plan(),
        like.events());
  }

  static ProbeId id(String target) {
    return new ProbeId(target, JourneyKind.GOLDEN_PATH);
  }

  /** Watches these from now on; what listeners were told of it is read already. */
  Bench watch(Travel... journeys) {
    schedule.replace(List.of(journeys));
    notebook.read();
    return this;
  }

  Bench start() {
    schedule.start();
    time.advance(Duration.ZERO);
    return this;
  }

  @Override
  public void close() {
    schedule.close();
  }
}
