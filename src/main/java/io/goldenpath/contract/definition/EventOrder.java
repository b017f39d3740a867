package io.goldenpath.contract.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A partial order of events, by their first arrival. */
public final class EventOrder {

  private final Map<String, Set<String>> later = new LinkedHashMap<>();

  private EventOrder() {}

  /** Two events of which the first comes before the second. */
  public record Precedence(String before, String after) {}

  /** Fails with an {@link IllegalArgumentException} where two chains contradict each other. */
  public static EventOrder of(List<List<String>> chains) {
    EventOrder order = new EventOrder();
    order
        .addAll(chains)
        .ifPresent(two -> {
          throw new IllegalArgumentException("contradiction: " + two);
        });
    return order;
  }

  /** The first pair of events that these chains want in both orders. */
  public static Optional<Precedence> contradiction(List<List<String>> chains) {
    return new EventOrder().addAll(chains);
  }

  /** Events of which it says anything. */
  public Set<String> events() {
    Set<String> events = new LinkedHashSet<>(later.keySet());
    later.values().forEach(events::addAll);
    return events;
  }

  public boolean before(String first, String second) {
    return later.getOrDefault(first, Set.of()).contains(second);
  }

  /** Direct precedences among these events: no other of them lies between. */
  public List<Precedence> precedences(Set<String> events) {
    List<Precedence> steps = new ArrayList<>();
    for (String before : events) {
      for (String after : events) {
        if (before(before, after) && !anyBetween(events, before, after)) {
          steps.add(new Precedence(before, after));
        }
      }
    }
    return steps;
  }

  private boolean anyBetween(Set<String> events, String before, String after) {
    for (String mid : events) {
      if (before(before, mid) && before(mid, after)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Precedence> addAll(List<List<String>> chains) {
    for (List<String> chain : chains) {
      for (int i = 1; i < chain.size(); i++) {
        if (!add(chain.get(i - 1), chain.get(i))) {
          return Optional.of(new Precedence(chain.get(i - 1), chain.get(i)));
        }
      }
    }
    return Optional.empty();
  }

  private boolean add(String before, String after) {
    if (before.equals(after) || before(after, before)) {
      return false;
    }
    Set<String> following = new LinkedHashSet<>(later.getOrDefault(after, Set.of()));
    following.add(after);
    later.computeIfAbsent(before, _ -> new LinkedHashSet<>()).addAll(following);
    later.values().stream()
        .filter(all -> all.contains(before))
        .forEach(all -> all.addAll(following));
    return true;
  }
}
