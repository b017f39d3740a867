package io.goldenpath.schedule;

import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunListener;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Trigger;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every probe at its times, one run at a time each. One timer thread says when; every run has
 * a virtual thread of its own, which tells the listeners.
 */
public final class Schedule implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(Schedule.class);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration DEAD = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(4);

  private final String location;
  private final Audience audience;
  private final InstantSource dates;
  private final Stopwatch stopwatch;
  private final ScheduledThreadPoolExecutor timer;
  private final Map<ProbeId, Slot> slots = new LinkedHashMap<>();
  private final Map<String, Gate> gates = new HashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile long beat;
  private volatile boolean started;
  private volatile boolean closing;

  /** A schedule that has not started yet. */
  public Schedule(
      String location, List<RunListener> listeners, InstantSource dates, Stopwatch stopwatch) {
    this.location = location;
    this.audience = new Audience(listeners);
    this.dates = dates;
    this.stopwatch = stopwatch;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("schedule").daemon(true).factory());
    this.timer.setRemoveOnCancelPolicy(true);
  }

  /** Starts all probes, the first run of each at once, spread over at most five seconds. */
  public synchronized void start() {
    started = true;
    beat = stopwatch.nanos();
    timer.scheduleAtFixedRate(
        () -> beat = stopwatch.nanos(), BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    plan(List.copyOf(slots.values()));
  }

  /** From now on these journeys run, and no others. Runs in flight end as they began. */
  public synchronized void replace(Collection<? extends Journey> journeys) {
    slots.values().forEach(Slot::cancel);
    Map<ProbeId, Slot> next = new LinkedHashMap<>();
    for (Journey journey : journeys) {
      Gate gate = gates.computeIfAbsent(journey.probe().target().name(), _ -> new Gate(stopwatch));
      Slot slot = new Slot(journey, gate);
      Slot before = slots.get(slot.id());
      if (before != null) {
        slot.running(before.running());
      }
      next.put(slot.id(), slot);
    }
    slots.clear();
    slots.putAll(next);
    List<Probe> probes = next.values().stream().map(Slot::probe).toList();
    gates.keySet().retainAll(probes.stream().map(probe -> probe.target().name()).toList());
    audience.tell(listener -> listener.watching(probes));
    if (started) {
      plan(List.copyOf(next.values()));
    }
  }

  /** Runs this probe now, unless something speaks against it. */
  public synchronized RunRequest request(ProbeId probe) {
    Slot slot = slots.get(probe);
    if (slot == null || closing) {
      return new RunRequest.Unknown();
    }
    RunTicket running = slot.running();
    if (running != null) {
      return new RunRequest.InFlight(running.id(), slot.probe().cadence().timeout());
    }
    Optional<RunRequest.Refused> closed = slot.gate().closed(slot.probe().target().manners());
    if (closed.isPresent()) {
      return closed.get();
    }
    return new RunRequest.Accepted(launch(slot, Trigger.REQUEST, stopwatch.nanos()).id());
  }

  /** The runs that have begun and not ended. */
  public synchronized List<RunTicket> inFlight() {
    return slots.values().stream().map(Slot::running).filter(Objects::nonNull).toList();
  }

  /** Whether the schedule has started. */
  public boolean started() {
    return started;
  }

  /** Whether the timer beats; before the start it need not. */
  public boolean alive() {
    return !started || stopwatch.nanos() - beat < DEAD.toNanos();
  }

  /** Ends all runs, whose sockets close, and counts none of them. Takes four seconds at most. */
  @Override
  public void close() {
    closing = true;
    timer.shutdownNow();
    List<Thread> running = new ArrayList<>(threads);
    running.forEach(Thread::interrupt);
    long end = stopwatch.nanos() + STOP.toNanos();
    try {
      for (Thread thread : running) {
        thread.join(Duration.ofNanos(Math.max(1, end - stopwatch.nanos())));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void plan(List<Slot> all) {
    for (int i = 0; i < all.size(); i++) {
      Slot slot = all.get(i);
      Optional<Duration> period = slot.probe().cadence().period();
      if (period.isPresent()) {
        long due = stopwatch.nanos() + Timetable.first(i, all.size()).toNanos();
        at(due, slot, () -> first(slot, due, period.get()));
      }
    }
  }

  private void first(Slot slot, long due, Duration period) {
    fire(slot, due);
    long next = due + Timetable.second(slot.id(), dates.instant(), period).toNanos();
    at(next, slot, () -> repeat(slot, next, period));
  }

  private void repeat(Slot slot, long due, Duration period) {
    long missed = Timetable.missed(stopwatch.nanos() - due, period);
    for (long i = 0; i < missed; i++) {
      skip(slot, SkipReason.MISSED);
    }
    fire(slot, due + missed * period.toNanos());
    long next = due + (missed + 1) * period.toNanos();
    at(next, slot, () -> repeat(slot, next, period));
  }

  private synchronized void at(long due, Slot slot, Runnable task) {
    if (!closing && slots.get(slot.id()) == slot) {
      Future<?> future =
          timer.schedule(task, Math.max(0, due - stopwatch.nanos()), TimeUnit.NANOSECONDS);
      slot.due(future);
    }
  }

  private synchronized void fire(Slot slot, long due) {
    if (closing) {
      return;
    }
    if (slot.running() != null) {
      skip(slot, SkipReason.OVERLAP);
      return;
    }
    Optional<RunRequest.Refused> closed = slot.gate().closed(slot.probe().target().manners());
    if (closed.isPresent()) {
      skip(slot, closed.get().reason());
    } else {
      launch(slot, Trigger.SCHEDULE, due);
    }
  }

  private RunTicket launch(Slot slot, Trigger trigger, long due) {
    RunTicket ticket =
        new RunTicket(RunIds.at(dates.instant()), slot.id(), location, trigger, dates.instant());
    slot.running(ticket);
    String name = "run-" + slot.id().target() + "-" + slot.id().journey().label();
    Thread thread = Thread.ofVirtual().name(name).unstarted(() -> perform(slot, ticket, due));
    threads.add(thread);
    thread.start();
    return ticket;
  }

  private void perform(Slot slot, RunTicket ticket, long due) {
    User user = null;
    try {
      user = slot.gate().lease(slot.probe().target().users(), patience(slot.probe())).orElse(null);
      if (user == null) {
        skip(slot, SkipReason.USER_BUSY);
      } else {
        Duration lateness =
            ticket.trigger() == Trigger.SCHEDULE
                ? Duration.ofNanos(Math.max(0, stopwatch.nanos() - due))
                : Duration.ZERO;
        audience.tell(listener -> listener.started(ticket, lateness));
        run(slot, ticket, user);
      }
    } catch (InterruptedException | RejectedExecutionException _) {
      logger.debug("Run {} ends because the monitor stops", ticket.id());
    } finally {
      release(slot, user);
    }
  }

  private void run(Slot slot, RunTicket ticket, User user) {
    Execution execution = new Execution(slot.journey(), ticket, stopwatch);
    Duration limit = slot.probe().cadence().timeout().plus(GRACE);
    Future<?> watchdog =
        closing ? null : timer.schedule(execution::giveUp, limit.toNanos(), TimeUnit.NANOSECONDS);
    Optional<Run> run = execution.run(user);
    if (watchdog != null) {
      watchdog.cancel(false);
    }
    if (run.isPresent() && !closing) {
      if (run.get().findings().stream().anyMatch(f -> f.kind() == FindingKind.SHED)) {
        slot.gate().pause();
      }
      audience.tell(listener -> listener.finished(run.get()));
    }
  }

  private synchronized void release(Slot slot, @Nullable User user) {
    threads.remove(Thread.currentThread());
    if (user != null) {
      slot.gate().giveBack(user);
    }
    slot.running(null);
    Slot current = slots.get(slot.id());
    if (current != null) {
      current.running(null);
    }
  }

  private void skip(Slot slot, SkipReason reason) {
    audience.tell(listener -> listener.skipped(slot.id(), reason));
  }

  private static Duration patience(Probe probe) {
    Duration tenth = probe.cadence().period().orElse(Duration.ofMinutes(1)).dividedBy(10);
    Duration least = Duration.ofSeconds(1);
    Duration most = Duration.ofSeconds(30);
    return tenth.compareTo(least) < 0 ? least : tenth.compareTo(most) > 0 ? most : tenth;
  }
}
