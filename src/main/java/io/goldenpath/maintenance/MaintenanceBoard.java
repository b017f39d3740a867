package io.goldenpath.maintenance;

import io.goldenpath.model.probe.MaintenancePlan;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which probes are in maintenance, or will be. */
public final class MaintenanceBoard implements RunListener {

  /** Bound on what is asked for. */
  public static final int MOST = 200;

  /** So long are past ones kept, for runs that began in them. */
  private static final Duration KEPT = Duration.ofHours(1);

  private final InstantSource clock;
  private final Map<ProbeId, List<MaintenancePlan>> plans = new LinkedHashMap<>();
  private final Map<String, RequestedMaintenance> requested = new LinkedHashMap<>();

  public MaintenanceBoard(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void watching(List<Probe> probes) {
    plans.clear();
    probes.forEach(probe -> plans.put(probe.id(), probe.serviceLevel().maintenance()));
  }

  @Override
  public void finished(Run run) {}

  /** The run, marked where its probe was in maintenance at any moment of it. */
  public Run mark(Run run) {
    return windows(run.probe(), run.info().startedAt())
        .filter(window -> window.overlaps(run.info().startedAt(), run.endedAt()))
        .findFirst()
        .map(window -> run.inMaintenance(window.why()))
        .orElse(run);
  }

  /** The maintenance that the probe is in; of several the one that ends last. */
  public Optional<MaintenanceWindow> current(ProbeId probe) {
    Instant now = clock.instant();
    return windows(probe, now)
        .filter(window -> window.contains(now))
        .max(Comparator.comparing(MaintenanceWindow::until));
  }

  /** What the settings plan for the probe: what is in force now, else what comes next. */
  public synchronized List<MaintenanceWindow> planned(ProbeId probe) {
    return planned(probe, clock.instant()).toList();
  }

  /** What has been asked for and is not over. */
  public synchronized List<RequestedMaintenance> requested() {
    Instant now = clock.instant();
    return requested.values().stream()
        .filter(maintenance -> maintenance.window().until().isAfter(now))
        .toList();
  }

  /** Whether any probe that is watched would be in it. */
  public synchronized boolean concernsAny(RequestedMaintenance maintenance) {
    return plans.keySet().stream().anyMatch(maintenance::concerns);
  }

  /** False where too many are asked for already. */
  public synchronized boolean add(RequestedMaintenance maintenance) {
    Instant past = clock.instant().minus(KEPT);
    requested.values().removeIf(other -> !other.window().until().isAfter(past));
    boolean room = requested.size() < MOST;
    if (room) {
      requested.putIfAbsent(maintenance.id(), maintenance);
    }
    return room;
  }

  /** Ends what has been asked for; empty where there is none of this id that is not over. */
  public synchronized Optional<RequestedMaintenance> end(String id) {
    Optional<RequestedMaintenance> found =
        requested().stream().filter(maintenance -> maintenance.id().equals(id)).findFirst();
    found.ifPresent(maintenance -> requested.put(id, ended(maintenance)));
    return found;
  }

  private RequestedMaintenance ended(RequestedMaintenance maintenance) {
    return new RequestedMaintenance(
        maintenance.id(),
        maintenance.target(),
        maintenance.journey(),
        maintenance.window().endedAt(clock.instant()));
  }

  private synchronized Stream<MaintenanceWindow> windows(ProbeId probe, Instant moment) {
    return Stream.concat(
        requested.values().stream()
            .filter(maintenance -> maintenance.concerns(probe))
            .map(RequestedMaintenance::window),
        planned(probe, moment))
        .toList()
        .stream();
  }

  private Stream<MaintenanceWindow> planned(ProbeId probe, Instant moment) {
    return plans.getOrDefault(probe, List.of()).stream()
        .flatMap(plan -> plan.currentOrNext(moment).stream());
  }
}
