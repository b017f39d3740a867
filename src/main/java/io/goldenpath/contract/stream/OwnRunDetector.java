package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.Question;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detector of the user's own run on a connection: the one whose answer holds the user's code, or
 * until then the one that has shown most of the path. Later events can change it.
 */
public final class OwnRunDetector {

  /** Further runs on one connection are certainly others'. */
  private static final int BOUND = 64;

  private final Contract contract;
  private final Question question;
  private final Set<String> earlier;
  private final Set<String> excluded = new HashSet<>();
  private final Map<String, Candidate> byKey = new LinkedHashMap<>();
  private final RunIdIndex runIds = new RunIdIndex();
  private @Nullable Candidate own;
  private boolean renamed;

  public OwnRunDetector(Contract contract, Question question, Set<String> earlierRuns) {
    this.contract = contract;
    this.question = question;
    this.earlier = earlierRuns;
  }

  public boolean isEarlier(AgentEvent.Ids ids) {
    return ids.run() != null && (earlier.contains(ids.run()) || excluded.contains(ids.run()));
  }

  /** For a run seen before the message was sent, which cannot be the user's own. */
  public void excludeRun(AgentEvent.Ids ids) {
    if (ids.run() != null) {
      excluded.add(ids.run());
    }
  }

  /** Returns whether the event changes which run is the own one; {@code end} if one may end so. */
  boolean addEvent(AgentEvent event, boolean end) {
    Candidate candidate = candidate(event.ids());
    if (candidate == null) {
      return false;
    }
    if (contract.knows(event.name())) {
      candidate.names.add(event.name());
    }
    candidate.answersQuestion |= end && question.isAnsweredBy(event.body().text());
    boolean changed = renamed || (own != null && own != candidate && candidate.compareTo(own) > 0);
    own = own == null || candidate.compareTo(own) > 0 ? candidate : own;
    renamed = false;
    return changed;
  }

  /** Runs that a later question on this connection must not take for its own. */
  public Set<String> pastRuns() {
    Set<String> past = new HashSet<>(earlier);
    past.addAll(excluded);
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

  boolean certain() {
    return byKey.size() <= 1 || (own != null && own.answersQuestion);
  }

  public Optional<String> ownRun() {
    return own != null && own.named ? Optional.of(own.key) : Optional.empty();
  }

  private @Nullable Candidate candidate(AgentEvent.Ids ids) {
    if (ids.run() != null && ids.thread() != null) {
      runIds.link(ids);
      nameThread(ids.thread(), ids.run());
    }
    String key = runIds.runOf(ids);
    if (key == null || (!byKey.containsKey(key) && byKey.size() >= BOUND)) {
      return null;
    }
    Candidate candidate =
        byKey.computeIfAbsent(key, _ -> new Candidate(key, ids.run() != null, byKey.size()));
    candidate.thread = candidate.thread == null ? ids.thread() : candidate.thread;
    return candidate;
  }

  private void nameThread(String thread, String run) {
    Candidate unnamed = byKey.remove(RunIdIndex.ofThread(thread));
    if (unnamed != null) {
      Candidate named = byKey.computeIfAbsent(run, _ -> new Candidate(run, true, unnamed.arrival));
      named.names.addAll(unnamed.names);
      named.thread = thread;
      named.answersQuestion |= unnamed.answersQuestion;
      own = own == unnamed ? named : own;
      renamed = true;
    }
  }

  /** Run that may be the own one; the greatest is the likeliest. */
  private static final class Candidate implements Comparable<Candidate> {

    private static final Comparator<Candidate> LIKELIHOOD =
        Comparator.comparing((Candidate candidate) -> candidate.answersQuestion)
            .thenComparingInt(candidate -> candidate.names.size())
            .thenComparingInt(candidate -> -candidate.arrival);

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
      return LIKELIHOOD.compare(this, other);
    }
  }
}
