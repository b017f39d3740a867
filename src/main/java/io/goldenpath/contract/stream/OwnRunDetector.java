package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.AgentEvent;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detector of the user's own run among those whose events come on the connection. Events of another
 * may come first, so later events can change it: the own run is the one whose answer holds the
 * user's code; while no answer does, the one that has shown most of the path.
 */
public final class OwnRunDetector {

  /** More runs than these on one connection are others' for certain. */
  private static final int BOUND = 64;

  private final Contract contract;
  private final String nonce;
  private final Set<String> earlier;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final RunIdIndex runIds = new RunIdIndex();
  private @Nullable Candidate own;
  private boolean renamed;

  public OwnRunDetector(Contract contract, String nonce, Set<String> earlierRuns) {
    this.contract = contract;
    this.nonce = nonce;
    this.earlier = new HashSet<>(earlierRuns);
  }

  /** Whether these are the ids of a run that this user started before. */
  public boolean isEarlier(AgentEvent.Ids ids) {
    return ids.run() != null && earlier.contains(ids.run());
  }

  /** A run that was seen before the message was sent is never the run's own. */
  public void excludeRun(AgentEvent.Ids ids) {
    if (ids.run() != null) {
      earlier.add(ids.run());
    }
  }

  /** Takes note of an event; whether that changes which run is ours. */
  boolean addEvent(AgentEvent event) {
    Candidate candidate = candidate(event.ids());
    if (candidate == null) {
      return false;
    }
    if (contract.knows(event.name())) {
      candidate.names.add(event.name());
    }
    candidate.answersQuestion |=
        event.name().equals(contract.flow().terminal()) && event.body().text().contains(nonce);
    boolean changed = renamed || (own != null && own != candidate && candidate.compareTo(own) > 0);
    own = own == null || candidate.compareTo(own) > 0 ? candidate : own;
    renamed = false;
    return changed;
  }

  /** Every run that a later question on this connection must not take for its own. */
  public Set<String> pastRuns() {
    Set<String> past = new HashSet<>(earlier);
    ownRun().ifPresent(past::add);
    return past;
  }

  boolean isOwn(AgentEvent.Ids ids) {
    if (own == null) {
      return true;
    }
    boolean run = ids.run() == null || own.key.equals(runIds.runOf(ids));
    return run && (ids.thread() == null || own.thread == null || own.thread.equals(ids.thread()));
  }

  /** Whether nothing speaks for another run than the one that we take for ours. */
  boolean certain() {
    return candidates.size() <= 1 || (own != null && own.answersQuestion);
  }

  public Optional<String> ownRun() {
    return Optional.ofNullable(own)
        .filter(candidate -> candidate.named)
        .map(candidate -> candidate.key);
  }

  private @Nullable Candidate candidate(AgentEvent.Ids ids) {
    if (ids.run() != null && ids.thread() != null) {
      runIds.link(ids);
      nameThread(ids.thread(), ids.run());
    }
    String key = runIds.runOf(ids);
    if (key == null || (!candidates.containsKey(key) && candidates.size() >= BOUND)) {
      return null;
    }
    Candidate candidate =
        candidates.computeIfAbsent(
            key, _ -> new Candidate(key, ids.run() != null, candidates.size()));
    candidate.thread = candidate.thread == null ? ids.thread() : candidate.thread;
    return candidate;
  }

  /** What was known by its thread only gets its run's name. */
  private void nameThread(String thread, String run) {
    Candidate unnamed = candidates.remove(RunIdIndex.ofThread(thread));
    if (unnamed != null) {
      Candidate named =
          candidates.computeIfAbsent(run, _ -> new Candidate(run, true, unnamed.arrival));
      named.names.addAll(unnamed.names);
      named.thread = thread;
      named.answersQuestion |= unnamed.answersQuestion;
      own = own == unnamed ? named : own;
      renamed = true;
    }
  }

  /** What one run has shown so far; the greatest is the likeliest to be ours. */
  private static final class Candidate implements Comparable<Candidate> {

    private final String key;
    private final boolean named;
    private final int arrival;
    private final Set<String> names = new HashSet<>();
    private @Nullable String thread;
    private boolean answersQuestion;

    Candidate(String key, boolean named, int place) {
      this.key = key;
      this.named = named;
      this.arrival = place;
    }

    @Override
    public int compareTo(Candidate other) {
      return Comparator.comparing((Candidate candidate) -> candidate.answersQuestion)
          .thenComparingInt(candidate -> candidate.names.size())
          .thenComparingInt(candidate -> -candidate.arrival)
          .compare(this, other);
    }
  }
}
