package io.goldenpath.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The run's own events so far: what came first, who started, and what ended it. */
final class Course {

  private static final int BOUND = 20_000;

  private final Contract contract;
  private final Map<String, Seen> first = new HashMap<>();
  private final Set<String> fingerprints = new HashSet<>();
  private final Set<String> retriable = new HashSet<>();
  private final List<Seen> events = new ArrayList<>();
  private @Nullable Seen last;
  private @Nullable Seen terminal;
  private @Nullable Seen start;

  Course(Contract contract) {
    this.contract = contract;
  }

  /** Whether the same event came before, times aside. */
  boolean repeats(AgentEvent event) {
    String kind = event.name() + "/" + event.toolKey();
    boolean again =
        !fingerprints.add(event.fingerprint())
            || (event.body().retried() && retriable.contains(kind));
    retriable.add(kind);
    return again;
  }

  void add(Seen seen) {
    if (events.size() < BOUND) {
      events.add(seen);
    }
    first.putIfAbsent(seen.name(), seen);
    last = seen;
    if (start == null && seen.name().equals(contract.first())) {
      start = seen;
    }
    if (terminal == null && ends(seen)) {
      terminal = seen;
    }
  }

  /** Whether this is a completion of the agent whose start came first. */
  boolean ends(Seen seen) {
    if (!seen.name().equals(contract.terminal())) {
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

  List<Seen> events() {
    return events;
  }

  Optional<Seen> first(String name) {
    return Optional.ofNullable(first.get(name));
  }

  Optional<Seen> last() {
    return Optional.ofNullable(last);
  }

  Optional<Seen> terminal() {
    return Optional.ofNullable(terminal);
  }
}
