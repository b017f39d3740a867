package io.goldenpath.schedule;

import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.RunListener;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Trigger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs every probe at its times, one run at a time each. One thread says when; every run has a
 * thread of its own, which tells the listeners.
 */
public final class Schedule implements AutoCloseable {

  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration DEAD = Duration.ofSeconds(10);

  private final Audience audience;
  private final Clocks clocks;
  private final Flights flights;
  private final Map<ProbeId, Slot> slots = new LinkedHashMap<>();
  private final Map<String, Gate> gates = new HashMap<>();
  private volatile long beat;
  private volatile boolean started;

  /** A schedule that has not started yet. */
  public Schedule(
      String location, List<RunListener> listeners, InstantSource dates, Stopwatch stopwatch) {
    this(location, listeners, new Clocks(dates, stopwatch, new AlarmThread(stopwatch)));
  }

  Schedule(String location, List<RunListener> listeners, Clocks clocks) {
    this.audience = new Audience(listeners);
    this.clocks = clocks;
    this.flights = new Flights(location, audience, clocks);
  }

  /** Starts all probes, the first run of each at once, spread over at most five seconds. */
  public synchronized void start() {
    beat();
    started = true;
    plan(List.copyOf(slots.values()));
  }

  /**
   * From now on these journeys run, and no others. A probe that has not changed keeps its times;
   * runs in flight end as they began.
   */
  public synchronized void replace(Collection<? extends Journey> journeys) {
    Map<ProbeId, Slot> before = Map.copyOf(slots);
    before.values().forEach(Slot::cancel);
    slots.clear();
    for (Journey journey : journeys) {
      String target = journey.probe().target().name();
      Gate gate = gates.computeIfAbsent(target, _ -> new Gate(clocks.stopwatch()));
      slots.put(journey.probe().id(), new Slot(journey, gate));
    }
    List<Probe> probes = slots.values().stream().map(Slot::probe).toList();
    forgetTargets(probes);
    flights.move(slots);
    // under the lock, so that no probe runs before the listeners know that it is watched
    audience.tell(listener -> listener.watching(probes));
    if (started) {
      plan(slots.values().stream().filter(slot -> !kept(slot, before.get(slot.id()))).toList());
    }
  }

  /** Runs this probe now, unless something speaks against it. */
  public RunRequest request(ProbeId probe) {
    return request(probe, Trigger.REQUEST);
  }

  /** Runs this probe now, because somebody asked who is named by the trigger. */
  public synchronized RunRequest request(ProbeId probe, Trigger trigger) {
    Slot slot = slots.get(probe);
    return slot == null ? new RunRequest.Unknown() : flights.admit(slot, trigger, clocks.now());
  }

  /** The runs that have been let in and have not ended. */
  public List<RunTicket> inFlight() {
    return flights.tickets();
  }

  /** Whether the schedule has started. */
  public boolean started() {
    return started;
  }

  /** Whether the thread that says when is alive; before the start it need not be. */
  public boolean alive() {
    return !started || clocks.now() - beat < DEAD.toNanos();
  }

  /** Ends all runs, whose sockets close, and counts none of them. Takes four seconds at most. */
  @Override
  public void close() {
    clocks.alarm().close();
    flights.close();
  }

  private void beat() {
    beat = clocks.now();
    clocks.alarm().at(beat + BEAT.toNanos(), this::beat);
  }

  private void plan(List<Slot> fresh) {
    List<Slot> timed =
        fresh.stream().filter(slot -> slot.probe().cadence().period().isPresent()).toList();
    for (int i = 0; i < timed.size(); i++) {
      set(timed.get(i), clocks.now() + Timetable.first(i, timed.size()).toNanos(), true);
    }
  }

  private boolean kept(Slot slot, @Nullable Slot before) {
    if (before == null || before.time() == null || !before.probe().equals(slot.probe())) {
      return false;
    }
    set(slot, before.time().due(), before.time().first());
    return true;
  }

  private void set(Slot slot, long due, boolean first) {
    slot.time(new Slot.Time(due, first, clocks.alarm().at(due, () -> come(slot, due, first))));
  }

  /** The time of a slot has come. The next is set before anything can go wrong with this one. */
  private void come(Slot slot, long due, boolean first) {
    Duration late = Duration.ofNanos(clocks.now() - due);
    long missed = first ? 0 : Timetable.missed(late, period(slot));
    long reached = due + missed * period(slot).toNanos();
    RunRequest request;
    synchronized (this) {
      if (slots.get(slot.id()) != slot) {
        return;
      }
      set(slot, reached + next(slot, late, first).toNanos(), false);
      request = flights.admit(slot, Trigger.SCHEDULE, reached);
    }
    for (long i = 0; i < missed; i++) {
      audience.tellSkipped(slot.id(), SkipReason.MISSED);
    }
    switch (request) {
      case RunRequest.InFlight _ -> audience.tellSkipped(slot.id(), SkipReason.OVERLAP);
      case RunRequest.Refused(SkipReason reason, _) -> audience.tellSkipped(slot.id(), reason);
      case RunRequest.Accepted _, RunRequest.Unknown _ -> {}
    }
  }

  private Duration next(Slot slot, Duration late, boolean first) {
    return first
        ? Timetable.second(slot.id(), clocks.dates().instant().minus(late), period(slot))
        : period(slot);
  }

  private void forgetTargets(List<Probe> probes) {
    Set<String> watched =
        probes.stream().map(probe -> probe.target().name()).collect(Collectors.toSet());
    gates
        .entrySet()
        .removeIf(gate -> !watched.contains(gate.getKey()) && flights.forgettable(gate.getValue()));
  }

  private static Duration period(Slot slot) {
    return slot.probe().cadence().period().orElseThrow();
  }
}
