package io.goldenpath.history;

import io.goldenpath.probe.Probe;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunListener;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last runs of every probe, and beside them its last failures. Both rings are bounded. */
public final class RunMemory implements RunListener {

  /** How many runs, and how many failures besides, are kept of each probe. */
  public static final int CAPACITY = 20;

  private final Map<ProbeId, RunRing> rings = new LinkedHashMap<>();

  @Override
  public synchronized void watching(List<Probe> probes) {
    List<ProbeId> ids = probes.stream().map(Probe::id).toList();
    rings.keySet().retainAll(ids);
    ids.forEach(id -> rings.computeIfAbsent(id, _ -> new RunRing(CAPACITY)));
  }

  @Override
  public synchronized void finished(Run run) {
    RunRing ring = rings.get(run.probe());
    if (ring != null) {
      ring.add(run);
    }
  }

  /** The run of this id, while it is kept. */
  public synchronized Optional<Run> find(String id) {
    return rings.values().stream().flatMap(ring -> ring.find(id).stream()).findFirst();
  }

  /** The runs of this probe that are kept, newest first. */
  public synchronized List<Run> runs(ProbeId probe) {
    RunRing ring = rings.get(probe);
    return ring == null ? List.of() : ring.runs().toList();
  }

  /** All runs that are kept, newest first. */
  public synchronized List<Run> runs() {
    return rings.values().stream()
        .flatMap(RunRing::runs)
        .sorted(Comparator.comparing((Run run) -> run.ticket().startedAt()).reversed())
        .toList();
  }

  /** The last run of this probe that passed or was merely degraded. */
  public synchronized Optional<Run> lastGood(ProbeId probe) {
    return Optional.ofNullable(rings.get(probe)).map(RunRing::lastGood);
  }
}
