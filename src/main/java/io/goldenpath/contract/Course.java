package io.goldenpath.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run's own events: what came first, who started, what ended it, and what came after. */
final class Course {

  private final Contract contract;
  private final long sent;
  private final Map<String, Seen> first = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> fingerprints = new HashSet<>();
  private final Set<String> retriable = new HashSet<>();
  private final List<Seen> arrivals = new ArrayList<>();
  private final List<Seen> events = new ArrayList<>();
  private final List<Seen> repeated = new ArrayList<>();
  private final List<Seen> late = new ArrayList<>();
  private final Pairs tools;
  private @Nullable Seen terminal;
  private @Nullable Seen start;

  Course(Contract contract, long sent) {
    this.contract = contract;
    this.sent = sent;
    this.tools = new Pairs(contract.flow().tools());
  }

  void add(Seen seen) {
    boolean again = repeats(seen.event());
    if (terminal == null) {
      arrivals.add(seen);
    }
    if (again) {
      repeated.add(seen);
      return;
    }
    first.putIfAbsent(seen.name(), seen);
    counts.merge(seen.name(), 1, Integer::sum);
    if (terminal != null) {
      late.add(seen);
      return;
    }
    events.add(seen);
    tools.add(seen);
    if (start == null && seen.name().equals(contract.flow().first())) {
      start = seen;
    }
    if (ends(seen)) {
      terminal = seen;
    }
  }

  /** Whether this is a completion of the agent whose start came first. */
  boolean ends(Seen seen) {
    if (!seen.name().equals(contract.flow().terminal())) {
      return false;
    }
    return start == null || Objects.equals(start.event().agent(), seen.event().agent());
  }

  /** Whether this agent is the one that the run is about. */
  boolean about(@Nullable String agent) {
    return agent == null
        || start == null
        || start.event().agent() == null
        || agent.equals(start.event().agent());
  }

  long sent() {
    return sent;
  }

  /** Events up to the terminal one, each once. */
  List<Seen> events() {
    return events;
  }

  /** Events up to the terminal one, with those that came again. */
  List<Seen> arrivals() {
    return arrivals;
  }

  /** Events that had come before. */
  List<Seen> repeated() {
    return repeated;
  }

  /** Events after the terminal one. */
  List<Seen> late() {
    return late;
  }

  /** Everything that came once, the late ones last. */
  Stream<Seen> all() {
    return Stream.concat(events.stream(), late.stream());
  }

  Optional<Seen> first(String name) {
    return Optional.ofNullable(first.get(name));
  }

  Set<String> names() {
    return first.keySet();
  }

  int count(String name) {
    return counts.getOrDefault(name, 0);
  }

  Optional<Seen> last() {
    return arrivals.isEmpty() ? Optional.empty() : Optional.of(arrivals.getLast());
  }

  Optional<Seen> terminal() {
    return Optional.ofNullable(terminal);
  }

  /** The tools in use. */
  Pairs tools() {
    return tools;
  }

  /** Whether the same event came before, times aside, or is marked as sent again. */
  private boolean repeats(AgentEvent event) {
    Optional<EventPromise> promise = contract.event(event.name());
    if (promise.isEmpty() || promise.get().repeats()) {
      return false;
    }
    String kind = event.name() + "/" + event.toolKey();
    boolean marked = event.body().retried() && retriable.contains(kind);
    retriable.add(kind);
    return !fingerprints.add(event.fingerprint()) || marked;
  }
}
