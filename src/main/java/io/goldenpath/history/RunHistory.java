package io.goldenpath.history;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last runs of every probe, and its last failures. Both ring buffers are bounded. */
public final class RunHistory implements RunListener {

  /** Bound on the runs, and again on the older failures, of each probe. */
  public static final int CAPACITY = 20;

  private final Map<ProbeId, RunRingBuffer> rings = new LinkedHashMap<>();

  @Override
  public synchronized void watching(List<Probe> probes) {
    List<ProbeId> ids = probes.stream().map(Probe::id).toList();
    rings.keySet().retainAll(ids);
    ids.forEach(id -> rings.computeIfAbsent(id, _ -> new RunRingBuffer(CAPACITY)));
  }

  @Override
  public synchronized void finished(Run run) {
    RunRingBuffer ring = rings.get(run.probe());
    if (ring != null) {
      ring.add(run);
    }
  }

  public synchronized Optional<Run> find(String id) {
    return rings.values().stream().flatMap(ring -> ring.find(id).stream()).findFirst();
  }

  /** Newest first. */
  public synchronized List<Run> runs(ProbeId probe) {
    RunRingBuffer ring = rings.get(probe);
    return ring == null ? List.of() : ring.runs().toList();
  }

  /** Newest first. */
  public synchronized List<Run> runs() {
    return rings.values().stream()
        .flatMap(RunRingBuffer::runs)
        .sorted(Comparator.comparing((Run run) -> run.info().startedAt()).reversed())
        .toList();
  }

  /** The last run that passed or was merely degraded. */
  public synchronized Optional<Run> lastGood(ProbeId probe) {
    return Optional.ofNullable(rings.get(probe)).map(RunRingBuffer::lastGood);
  }
}
