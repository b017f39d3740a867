package io.goldenpath.contract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the runs whose events come on our connection is ours. Events of a stranger may come
 * first, so this is a belief that later events can change: ours is the run whose answer holds our
 * code; while no answer does, the one that has shown most of the path.
 */
final class Runs {

  /** More runs than these on one connection are strangers' for certain. */
  private static final int BOUND = 64;

  private final Contract contract;
  private final String nonce;
  private final Set<String> earlier;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Map<String, String> runOfThread = new HashMap<>();
  private @Nullable Tally own;
  private boolean moved;

  Runs(Contract contract, String nonce, Set<String> earlierRuns) {
    this.contract = contract;
    this.nonce = nonce;
    this.earlier = new HashSet<>(earlierRuns);
  }

  /** Whether these are the ids of a run that this user started before. */
  boolean earlier(AgentEvent.Ids ids) {
    return ids.run() != null && earlier.contains(ids.run());
  }

  /** A run that was seen before the message was sent is never the run's own. */
  void beforeSend(AgentEvent.Ids ids) {
    if (ids.run() != null) {
      earlier.add(ids.run());
    }
  }

  /** Takes note of an event; whether that changes which run is ours. */
  boolean note(AgentEvent event) {
    Tally tally = tally(event.ids());
    if (tally == null) {
      return false;
    }
    if (contract.knows(event.name())) {
      tally.names.add(event.name());
    }
    tally.answers |=
        event.name().equals(contract.flow().terminal()) && event.body().text().contains(nonce);
    boolean changed = moved || (own != null && own != tally && tally.compareTo(own) > 0);
    own = own == null || tally.compareTo(own) > 0 ? tally : own;
    moved = false;
    return changed;
  }

  /** Every run that a later question on this connection must not take for its own. */
  Set<String> past() {
    Set<String> past = new HashSet<>(earlier);
    own().ifPresent(past::add);
    return past;
  }

  boolean ours(AgentEvent.Ids ids) {
    if (own == null) {
      return true;
    }
    boolean run = ids.run() == null || own.key.equals(key(ids));
    return run && (ids.thread() == null || own.thread == null || own.thread.equals(ids.thread()));
  }

  /** Whether nothing speaks for another run than the one that we take for ours. */
  boolean certain() {
    return tallies.size() <= 1 || (own != null && own.answers);
  }

  Optional<String> own() {
    return Optional.ofNullable(own).filter(tally -> tally.named).map(tally -> tally.key);
  }

  private @Nullable Tally tally(AgentEvent.Ids ids) {
    if (ids.run() != null && ids.thread() != null) {
      runOfThread.putIfAbsent(ids.thread(), ids.run());
      adopt(ids.thread(), ids.run());
    }
    String key = key(ids);
    if (key == null || (!tallies.containsKey(key) && tallies.size() >= BOUND)) {
      return null;
    }
    Tally tally =
        tallies.computeIfAbsent(key, _ -> new Tally(key, ids.run() != null, tallies.size()));
    tally.thread = tally.thread == null ? ids.thread() : tally.thread;
    return tally;
  }

  /** What was known by its thread alone gets its run's name. */
  private void adopt(String thread, String run) {
    Tally nameless = tallies.remove("thread " + thread);
    if (nameless != null) {
      Tally named = tallies.computeIfAbsent(run, _ -> new Tally(run, true, nameless.place));
      named.names.addAll(nameless.names);
      named.thread = thread;
      named.answers |= nameless.answers;
      own = own == nameless ? named : own;
      moved = true;
    }
  }

  private @Nullable String key(AgentEvent.Ids ids) {
    if (ids.run() != null) {
      return ids.run();
    }
    return ids.thread() == null
        ? null
        : runOfThread.getOrDefault(ids.thread(), "thread " + ids.thread());
  }

  /** What one run has shown so far; the greatest is the likeliest to be ours. */
  private static final class Tally implements Comparable<Tally> {

    private final String key;
    private final boolean named;
    private final int place;
    private final Set<String> names = new HashSet<>();
    private @Nullable String thread;
    private boolean answers;

    Tally(String key, boolean named, int place) {
      this.key = key;
      this.named = named;
      this.place = place;
    }

    @Override
    public int compareTo(Tally other) {
      return Comparator.comparing((Tally tally) -> tally.answers)
          .thenComparingInt(tally -> tally.names.size())
          .thenComparingInt(tally -> -tally.place)
          .compare(this, other);
    }
  }
}
