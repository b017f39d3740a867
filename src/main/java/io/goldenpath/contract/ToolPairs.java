package io.goldenpath.contract;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pairs announcements of tools with their completions, by agent and tool. */
final class ToolPairs {

  private final Set<Seen> open = new LinkedHashSet<>();
  private final Map<String, Deque<Seen>> openByKey = new HashMap<>();
  private final Set<Seen> orphans = new LinkedHashSet<>();
  private final Map<String, Deque<Seen>> orphansByKey = new HashMap<>();

  /** Notes an announcement; the completion that came before it, if one did. */
  Optional<Seen> opens(Seen announced) {
    Optional<Seen> orphan = take(orphans, orphansByKey, announced);
    if (orphan.isEmpty()) {
      put(open, openByKey, announced);
    }
    return orphan;
  }

  /** Notes a completion; its announcement, if there was one. */
  Optional<Seen> closes(Seen completed) {
    Optional<Seen> announced = take(open, openByKey, completed);
    if (announced.isEmpty()) {
      put(orphans, orphansByKey, completed);
    }
    return announced;
  }

  /** The tool that has been open for longest. */
  Optional<Seen> oldestOpen() {
    return open.stream().findFirst();
  }

  Collection<Seen> open() {
    return open;
  }

  /** Completions that nobody announced. */
  Collection<Seen> orphans() {
    return orphans;
  }

  private static void put(Set<Seen> all, Map<String, Deque<Seen>> byKey, Seen seen) {
    all.add(seen);
    byKey.computeIfAbsent(seen.event().toolKey(), _ -> new ArrayDeque<>()).addLast(seen);
  }

  private static Optional<Seen> take(Set<Seen> all, Map<String, Deque<Seen>> byKey, Seen partner) {
    Deque<Seen> waiting = byKey.get(partner.event().toolKey());
    if (waiting == null || waiting.isEmpty()) {
      return Optional.empty();
    }
    Seen first = waiting.removeFirst();
    all.remove(first);
    return Optional.of(first);
  }
}
