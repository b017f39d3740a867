package io.goldenpath.history;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last runs of every probe, and its last failures. Both ring buffers are bounded. */
public final class RunHistory implements RunListener {

  /** Bound on the runs, and again on the older failures, of each probe. */
  public static final int CAPACITY = 20;

  /** Bound on the frames of all of them, compressed. */
  private static final long MAX_BYTES = 32L * 1024 * 1024;

  private final KeptFrames frames;
  private final Map<ProbeId, RunRingBuffer> rings = new LinkedHashMap<>();

  public RunHistory() {
    this(MAX_BYTES);
  }

  RunHistory(long maxBytes) {
    this.frames = new KeptFrames(maxBytes);
  }

  @Override
  public synchronized void watching(List<Probe> probes) {
    List<ProbeId> ids = probes.stream().map(Probe::id).toList();
    Map<ProbeId, RunRingBuffer> forgotten = new HashMap<>(rings);
    ids.forEach(forgotten::remove);
    forgotten.values().forEach(RunRingBuffer::clear);
    rings.keySet().removeAll(forgotten.keySet());
    ids.forEach(id -> rings.computeIfAbsent(id, _ -> new RunRingBuffer(CAPACITY, frames)));
  }

  @Override
  public void finished(Run run) {
    KeptRun kept = KeptRun.of(run);
    synchronized (this) {
      RunRingBuffer ring = rings.get(run.probe());
      if (ring != null) {
        ring.add(kept);
      }
    }
  }

  /** Probes whose runs of before a restart have not been loaded. */
  synchronized List<ProbeId> unloaded() {
    return rings.entrySet().stream()
        .filter(ring -> !ring.getValue().isLoaded())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Adds runs of before a restart, newest first and without their frames. */
  synchronized void load(ProbeId probe, List<Run> older) {
    RunRingBuffer ring = rings.get(probe);
    if (ring != null) {
      ring.load(older);
    }
  }

  /** Whether it is here with its frames. */
  boolean hasFrames(String id) {
    return kept(id).filter(KeptRun::hasFrames).isPresent();
  }

  /** With its frames, if they are here. */
  public Optional<Run> find(String id) {
    return kept(id).map(KeptRun::whole);
  }

  private synchronized Optional<KeptRun> kept(String id) {
    return rings.values().stream().flatMap(ring -> ring.find(id).stream()).findFirst();
  }

  /** Newest first, without their frames. */
  public synchronized List<Run> runs(ProbeId probe) {
    RunRingBuffer ring = rings.get(probe);
    return ring == null ? List.of() : ring.runs().toList();
  }

  /** Newest first, without their frames. */
  public synchronized List<Run> runs() {
    return rings.values().stream()
        .flatMap(RunRingBuffer::runs)
        .sorted(Comparator.comparing((Run run) -> run.info().startedAt()).reversed())
        .toList();
  }

  /** The last run that passed or was merely degraded, without its frames. */
  public synchronized Optional<Run> lastGood(ProbeId probe) {
    return Optional.ofNullable(rings.get(probe)).flatMap(RunRingBuffer::lastGood);
  }
}
