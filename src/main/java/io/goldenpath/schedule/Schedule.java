package io.goldenpath.schedule;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs every probe at its times: one timer thread; a thread for each run and its listeners. */
public final class Schedule implements AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(10);

  private final RunNotifier notifier;
  private final Clocks clocks;
  private final RunQueue queue;
  private final StartPace pace;
  private final Confirmations confirmations;
  private final Map<ProbeId, ScheduledProbe> scheduledProbes = new LinkedHashMap<>();
  private final Map<String, TargetRateLimiter> rateLimiters = new HashMap<>();
  private final AccountLeases leases = new AccountLeases();
  private volatile long lastHeartbeat;
  private volatile boolean started;

  public Schedule(
      String location, List<RunListener> listeners, InstantSource wallClock, Stopwatch stopwatch) {
    this(RunOrigin.untraced(location), listeners, run -> run, wallClock, stopwatch, Stalls.NONE);
  }

  /**
   * While the monitor stands still its runs begin late, rather than all at once.
   *
   * @param marks What is known of a finished run from elsewhere is put on it, before anybody hears
   *     of it.
   */
  public Schedule(
      RunOrigin origin,
      List<RunListener> listeners,
      UnaryOperator<Run> marks,
      InstantSource wallClock,
      Stopwatch stopwatch,
      Stalls stalls) {
    this(
        origin,
        new RunNotifier(listeners, marks),
        new Clocks(wallClock, stopwatch, new TimerThread(stopwatch), stalls),
        RunThreads.open());
  }

  Schedule(RunOrigin origin, RunNotifier notifier, Clocks clocks, ExecutorService runThreads) {
    this.notifier = notifier;
    this.clocks = clocks;
    this.confirmations = new Confirmations(clocks);
    this.queue = new RunQueue(origin, notifier, clocks, confirmations, runThreads);
    this.pace = new StartPace(clocks.stopwatch(), clocks.stalls());
  }

  /** The first runs are spread over at most five seconds. */
  public synchronized void start() {
    heartbeat();
    started = true;
    planFirstRuns(List.copyOf(scheduledProbes.values()));
  }

  /** A probe that has not changed keeps its times; runs in flight keep their old settings. */
  public synchronized void replace(Collection<? extends Journey> journeys) {
    Map<ProbeId, ScheduledProbe> before = Map.copyOf(scheduledProbes);
    before.values().forEach(ScheduledProbe::cancel);
    scheduledProbes.clear();
    for (Journey journey : journeys) {
      String target = journey.probe().target().name();
      TargetRateLimiter rateLimiter =
          rateLimiters.computeIfAbsent(
              target, _ -> new TargetRateLimiter(clocks.stopwatch(), leases));
      scheduledProbes.put(journey.probe().id(), new ScheduledProbe(journey, rateLimiter));
    }
    List<Probe> probes = scheduledProbes.values().stream().map(ScheduledProbe::probe).toList();
    removeIdleRateLimiters(probes);
    queue.reassign(scheduledProbes);
    // under the lock, so that no probe runs before the listeners know that it is watched
    notifier.notifyListeners(listener -> listener.watching(probes));
    if (started) {
      planFirstRuns(
          scheduledProbes.values().stream()
              .filter(scheduled -> !keepDueTime(scheduled, before.get(scheduled.id())))
              .toList());
    }
  }

  /** Whoever asks before the start is to ask again. */
  public RunAdmission request(ProbeId probe) {
    return started ? request(probe, Trigger.REQUEST) : new RunAdmission.NotStarted();
  }

  public synchronized RunAdmission request(ProbeId probe, Trigger trigger) {
    ScheduledProbe scheduled = scheduledProbes.get(probe);
    return scheduled == null
        ? new RunAdmission.Unknown()
        : queue.admit(scheduled, trigger, clocks.now());
  }

  /**
   * Runs the probe once after this time, give or take a fifth, unless another of its runs comes
   * before. Where it must not run then, the next due run does.
   */
  public void confirm(ProbeId probe, Duration after) {
    confirmations.add(probe, after, id -> request(id, Trigger.CONFIRMATION));
  }

  /** Includes runs that wait for a user. */
  public List<RunInfo> inFlight() {
    return queue.inFlight();
  }

  public Optional<RunInfo> inFlight(String id) {
    return inFlight().stream().filter(run -> run.id().equals(id)).findFirst();
  }

  public Optional<RunInfo> inFlight(ProbeId probe) {
    return inFlight().stream().filter(run -> run.probe().equals(probe)).findFirst();
  }

  /** When the probe is due; empty where it runs on demand, or nothing has started. */
  public synchronized Optional<Instant> nextRun(ProbeId probe) {
    return Optional.ofNullable(scheduledProbes.get(probe)).flatMap(due -> due.nextTime(clocks));
  }

  public boolean started() {
    return started;
  }

  /** Whether the timer thread is alive; always true before the start. */
  public boolean alive() {
    return !started || clocks.now() - lastHeartbeat < HEARTBEAT_TIMEOUT.toNanos();
  }

  /** Ends all runs, which are not counted; takes four seconds at most. */
  @Override
  public void close() {
    clocks.timer().close();
    queue.close();
  }

  private void heartbeat() {
    lastHeartbeat = clocks.now();
    clocks.timer().at(lastHeartbeat + HEARTBEAT.toNanos(), this::heartbeat);
  }

  private void planFirstRuns(List<ScheduledProbe> fresh) {
    List<ScheduledProbe> timed =
        fresh.stream()
            .filter(scheduled -> scheduled.probe().cadence().period().isPresent())
            .toList();
    for (int i = 0; i < timed.size(); i++) {
      setDueTime(timed.get(i), clocks.now() + DueTimes.firstDelay(i, timed.size()).toNanos(), true);
    }
  }

  private boolean keepDueTime(ScheduledProbe scheduled, @Nullable ScheduledProbe before) {
    if (before == null || before.dueTime() == null || !before.probe().equals(scheduled.probe())) {
      return false;
    }
    setDueTime(scheduled, before.dueTime().due(), before.dueTime().first());
    return true;
  }

  private void setDueTime(ScheduledProbe scheduled, long due, boolean first) {
    scheduled.dueTime(
        new ScheduledProbe.DueTime(
            due,
            first,
            clocks.timer().at(due, () -> takeTurn(scheduled, due, first, clocks.now()))));
  }

  private void takeTurn(ScheduledProbe scheduled, long due, boolean first, long asked) {
    if (!putOff(scheduled, due, first, asked)) {
      onDueTime(scheduled, due, first);
    }
  }

  /** Those that are due come one by one where the monitor stands still. */
  private synchronized boolean putOff(
      ScheduledProbe scheduled, long due, boolean first, long asked) {
    long now = clocks.now();
    boolean later =
        scheduledProbes.get(scheduled.id()) == scheduled
            && now - asked < StartPace.LONGEST.toNanos()
            && !pace.ready(scheduledProbes.size());
    if (later) {
      Runnable retry = () -> takeTurn(scheduled, due, first, asked);
      Future<?> timer = clocks.timer().at(now + StartPace.RETRY.toNanos(), retry);
      scheduled.dueTime(new ScheduledProbe.DueTime(due, first, timer));
    }
    return later;
  }

  /** The next due time is set before anything can go wrong with this run. */
  private void onDueTime(ScheduledProbe scheduled, long due, boolean first) {
    Duration late = Duration.ofNanos(clocks.now() - due);
    long missed = first ? 0 : DueTimes.missed(late, period(scheduled));
    long reached = due + missed * period(scheduled).toNanos();
    Optional<RunAdmission> admission;
    synchronized (this) {
      if (scheduledProbes.get(scheduled.id()) != scheduled) {
        return;
      }
      setDueTime(scheduled, reached + untilNext(scheduled, late, first).toNanos(), false);
      admission = admitDue(scheduled, reached);
    }
    for (long i = 0; i < missed; i++) {
      notifier.notifySkipped(scheduled.id(), scheduled.skipped(SkipReason.MISSED, clocks));
    }
    admission
        .flatMap(admitted -> scheduled.skipped(admitted, clocks))
        .ifPresent(skipped -> notifier.notifySkipped(scheduled.id(), skipped));
  }

  /** Empty where it comes right after a confirmation. */
  private Optional<RunAdmission> admitDue(ScheduledProbe scheduled, long due) {
    return queue.followConfirmation(scheduled, due)
        ? Optional.empty()
        : Optional.of(queue.admit(scheduled, Trigger.SCHEDULE, due));
  }

  private Duration untilNext(ScheduledProbe scheduled, Duration late, boolean first) {
    Duration period = period(scheduled);
    return first
        ? DueTimes.secondDelay(scheduled.id(), clocks.wallClock().instant().minus(late), period)
        : period;
  }

  private void removeIdleRateLimiters(List<Probe> probes) {
    Set<String> watched =
        probes.stream().map(probe -> probe.target().name()).collect(Collectors.toSet());
    rateLimiters
        .entrySet()
        .removeIf(entry -> !watched.contains(entry.getKey()) && queue.isIdle(entry.getValue()));
  }

  private static Duration period(ScheduledProbe scheduled) {
    return scheduled.probe().cadence().period().orElseThrow();
  }
}
