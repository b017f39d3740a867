package io.goldenpath.journey.isolation;

import io.goldenpath.contract.event.Question;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What the users of the last runs were to be answered: nobody must hear it on a new connection. */
final class EarlierNonces {

  private final int runs;
  private final Deque<Set<String>> perRun = new ArrayDeque<>();
  private Set<String> known = Set.of();

  /** Keeps those of so many runs. */
  EarlierNonces(int runs) {
    this.runs = runs;
  }

  synchronized void add(Collection<Question> asked) {
    if (perRun.size() == runs) {
      perRun.removeFirst();
    }
    perRun.addLast(asked.stream().map(Question::nonce).collect(Collectors.toSet()));
    Set<String> all = new HashSet<>();
    perRun.forEach(all::addAll);
    known = Set.copyOf(all);
  }

  synchronized Set<String> known() {
    return known;
  }
}
