package io.goldenpath.incident;

import io.goldenpath.incident.Incident.State;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Incidents of the probes that are watched. Must hear of a run after the verdict board. What has
 * changed waits here, within bounds, to be stored.
 */
public final class IncidentBoard implements RunListener {

  private static final Logger logger = LoggerFactory.getLogger(IncidentBoard.class);

  /** Bound on those that wait to be stored. */
  private static final int MAX_WAITING = 1000;

  private final VerdictBoard verdicts;
  private final Releases releases;
  private final InstantSource clock;
  private final Map<ProbeId, ProbeIncidents> probes = new HashMap<>();
  private final Map<ProbeId, Incident> early = new HashMap<>();
  private final Map<ProbeId, List<JudgedRun>> earlySuspects = new HashMap<>();
  private final Map<String, Incident> waiting = new LinkedHashMap<>();
  private final Map<ProbeId, List<JudgedRun>> waitingSuspects = new HashMap<>();
  private boolean watching;
  private Instant keptSince;

  /**
   * What is to be stored.
   *
   * @param suspects Runs of which one may turn out to be the first of an incident; none where no
   *     longer.
   */
  public record Changes(List<Incident> incidents, Map<ProbeId, List<JudgedRun>> suspects) {

    public Changes {
      incidents = List.copyOf(incidents);
      suspects = Map.copyOf(suspects);
    }

    public boolean none() {
      return incidents.isEmpty() && suspects.isEmpty();
    }
  }

  public IncidentBoard(VerdictBoard verdicts, Releases releases, InstantSource clock) {
    this.verdicts = verdicts;
    this.releases = releases;
    this.clock = clock;
    this.keptSince = clock.instant();
  }

  /** An incident of a probe that is watched no longer ends. */
  @Override
  public synchronized void watching(List<Probe> watched) {
    watching = true;
    Set<ProbeId> ids = watched.stream().map(Probe::id).collect(Collectors.toSet());
    ids.forEach(this::begin);
    early.values().forEach(this::removed);
    early.clear();
    earlySuspects.keySet().forEach(gone -> waitingSuspects.put(gone, List.of()));
    earlySuspects.clear();
    List.copyOf(probes.keySet()).stream().filter(known -> !ids.contains(known)).forEach(this::end);
  }

  @Override
  public void finished(Run run) {
    ProbeState state = verdicts.state(run.probe()).orElse(null);
    if (run.valid() && !run.excused() && state != null && !state.countedVotes().isEmpty()) {
      JudgedRun judged = JudgedRun.of(run, state, verdicts.regressions(run.probe()).warnings());
      judged(run.probe(), judged, Judgement.of(state));
    }
  }

  /** Empty where none of this id is open. */
  public synchronized Optional<Incident> acknowledge(String id, Incident.Acknowledgement by) {
    Optional<Incident> acknowledged =
        probes.values().stream()
            .flatMap(incidents -> incidents.acknowledge(id, by).stream())
            .findFirst();
    acknowledged.ifPresent(this::wait);
    return acknowledged;
  }

  /** What the last process knew, and since when incidents are kept at all. */
  public synchronized void restore(
      List<Incident> open, Map<ProbeId, List<JudgedRun>> suspects, Instant since) {
    keptSince = since;
    suspects.forEach(this::restore);
    open.forEach(this::restore);
  }

  /** What is to be stored now. */
  public synchronized Changes changes() {
    return new Changes(List.copyOf(waiting.values()), waitingSuspects);
  }

  /** These are stored, and wait no longer unless they have changed since. */
  public synchronized void stored(Changes changes) {
    changes.incidents().forEach(incident -> waiting.remove(incident.id(), incident));
    changes.suspects().forEach(waitingSuspects::remove);
  }

  /** Those in memory: the open ones, the last that ended of each probe, and what waits. */
  public synchronized List<Incident> incidents() {
    Map<String, Incident> all = new LinkedHashMap<>();
    Stream.of(
            waiting.values().stream(),
            early.values().stream(),
            probes.values().stream().flatMap(ProbeIncidents::all))
        .flatMap(some -> some)
        .forEach(incident -> all.put(incident.id(), incident));
    return List.copyOf(all.values());
  }

  /** Of older ones nothing is known. */
  public synchronized Instant keptSince() {
    return keptSince;
  }

  /** Older ones are deleted. */
  public synchronized void forgottenBefore(Instant since) {
    keptSince = since;
  }

  private synchronized void judged(ProbeId probe, JudgedRun run, Judgement judgement) {
    ProbeIncidents incidents = probes.get(probe);
    if (incidents == null) {
      return;
    }
    List<JudgedRun> suspects = incidents.suspects();
    incidents.after(run, judgement).ifPresent(this::wait);
    if (!incidents.suspects().equals(suspects)) {
      waitingSuspects.put(probe, incidents.suspects());
    }
  }

  private void begin(ProbeId probe) {
    ProbeIncidents begun = probes.computeIfAbsent(probe, id -> new ProbeIncidents(id, releases));
    Optional.ofNullable(earlySuspects.remove(probe)).ifPresent(begun::restore);
    Optional.ofNullable(early.remove(probe)).ifPresent(begun::restore);
  }

  private void end(ProbeId gone) {
    Optional.ofNullable(probes.remove(gone))
        .flatMap(incidents -> incidents.remove(clock.instant()))
        .ifPresent(this::wait);
    waitingSuspects.put(gone, List.of());
  }

  private void restore(ProbeId probe, List<JudgedRun> suspects) {
    ProbeIncidents known = probes.get(probe);
    if (known != null) {
      known.restore(suspects);
    } else if (!watching) {
      earlySuspects.put(probe, suspects);
    }
  }

  private void restore(Incident stored) {
    ProbeIncidents known = probes.get(stored.probe());
    if (known != null) {
      known.continuation().ifPresent(since -> waiting.remove(since.id()));
      wait(known.restore(stored));
    } else if (watching) {
      removed(stored);
    } else {
      early.put(stored.probe(), stored);
    }
  }

  private void removed(Incident stored) {
    wait(stored.ended(clock.instant(), State.REMOVED));
  }

  private void wait(Incident changed) {
    waiting.put(changed.id(), changed);
    if (waiting.size() > MAX_WAITING) {
      String oldest = waiting.keySet().iterator().next();
      waiting.remove(oldest);
      logger.warn("Incident {} is not stored: too many wait for the history", oldest);
    }
  }
}
