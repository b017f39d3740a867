package io.goldenpath.history;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last runs of every probe, and its last failures. Both ring buffers are bounded. */
public final class RunHistory implements RunListener {

  /** Bound on the runs, and again on the older failures, of each probe. */
  public static final int CAPACITY = 20;

  private final Map<ProbeId, RunRingBuffer> rings = new LinkedHashMap<>();

  @Override
  public synchronized void watching(List<Probe> probes) {
    List<ProbeId> ids = probes.stream().map(Probe::id).toList();
    rings.keySet().retainAll(ids);
    ids.forEach(id -> rings.computeIfAbsent(id, _ -> new RunRingBuffer()));
  }

  @Override
  public synchronized void finished(Run run) {
    RunRingBuffer ring = rings.get(run.probe());
    if (ring != null) {
      ring.add(run);
    }
  }

  /** Probes whose runs of before a restart have not been loaded. */
  synchronized List<ProbeId> unloaded() {
    return rings.entrySet().stream()
        .filter(ring -> !ring.getValue().loaded)
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

  /** Whether it is here without its frames. */
  synchronized boolean isLoaded(String id) {
    return rings.values().stream().anyMatch(ring -> ring.withoutFrames.contains(id));
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
    return Optional.ofNullable(rings.get(probe)).map(ring -> ring.lastGood);
  }

  /**
   * Last runs of one probe. A failure that ages out moves to a ring of its own; a fault of the
   * monitor does not, for it must not push out the evidence against the target.
   */
  private static final class RunRingBuffer {

    private final Deque<Run> recent = new ArrayDeque<>();
    private final Deque<Run> failures = new ArrayDeque<>();
    private final Set<String> withoutFrames = new HashSet<>();
    private @Nullable Run lastGood;
    private boolean loaded;

    private void add(Run run) {
      if (run.succeeded()) {
        lastGood = run;
      }
      recent.addFirst(run);
      Run aged = recent.size() > CAPACITY ? recent.removeLast() : null;
      if (aged != null && aged.outcome() == Outcome.FAILED) {
        failures.addFirst(aged);
      }
      if (failures.size() > CAPACITY) {
        failures.removeLast();
      }
      if (!withoutFrames.isEmpty()) {
        withoutFrames.retainAll(kept().map(Run::id).toList());
      }
    }

    private void load(List<Run> older) {
      loaded = true;
      Instant oldest =
          runs().map(run -> run.info().startedAt()).min(Instant::compareTo).orElse(Instant.MAX);
      older.stream()
          .filter(run -> run.info().startedAt().isBefore(oldest))
          .limit(Math.max(0, CAPACITY - recent.size()))
          .forEach(this::addOlder);
    }

    private void addOlder(Run run) {
      recent.addLast(run);
      withoutFrames.add(run.id());
      if (lastGood == null && run.succeeded()) {
        lastGood = run;
      }
    }

    /** Newest first. */
    private Stream<Run> runs() {
      return Stream.concat(recent.stream(), failures.stream());
    }

    /** Finds the last good run as well, even when it is kept only for comparison. */
    private Optional<Run> find(String id) {
      return kept().filter(run -> run.id().equals(id)).findFirst();
    }

    private Stream<Run> kept() {
      return Stream.concat(runs(), Stream.ofNullable(lastGood));
    }
  }
}
