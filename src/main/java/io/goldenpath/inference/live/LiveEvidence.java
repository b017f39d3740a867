package io.goldenpath.inference.live;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.inference.chat.TextShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the runs had in common, and in what they differed. */
record LiveEvidence(LiveTarget target, List<LiveRun> runs) {

  /** From so many runs on, what all had in common is no guess. */
  private static final int ENOUGH = 3;

  private static final int LONGEST_NAME = 60;
  private static final int MOST_EVENTS = 100;

  Contract contract() {
    return target.contract();
  }

  /** Begins a comment: a mark where there were too few runs for more than a guess. */
  String guess(boolean uncertain) {
    return uncertain || runs.size() < ENOUGH ? "? " : "";
  }

  String guess() {
    return guess(false);
  }

  String eachRun() {
    return runs.size() == 1 ? "in the one run" : "in each of %d runs".formatted(runs.size());
  }

  /** How many runs had it. */
  long runsWith(String event) {
    return runs.stream().filter(run -> run.count(event) > 0).count();
  }

  boolean isInEachRun(String event) {
    return runsWith(event) == runs.size();
  }

  /** Whether it came once in each run, and before all others of it. */
  boolean isFirst(String event) {
    return runs.stream()
        .allMatch(run -> run.count(event) == 1 && run.names().getFirst().equals(event));
  }

  /** Whether it came once in each run, and after all others of it. */
  boolean isLast(String event) {
    return runs.stream()
        .allMatch(run -> run.count(event) == 1 && run.names().getLast().equals(event));
  }

  /** Known events and those that came, each after those that came before it. */
  List<String> events() {
    Set<String> known = new LinkedHashSet<>();
    contract().events().stream().map(ExpectedEvent::name).forEach(known::add);
    known.addAll(contract().flow().order().events());
    Optional.ofNullable(contract().flow().first()).ifPresent(known::add);
    known.addAll(contract().flow().terminal().events());
    List<String> all = new ArrayList<>(known);
    for (LiveRun run : runs) {
      int after = 0;
      for (String name : run.names()) {
        if (all.size() < MOST_EVENTS && !all.contains(name) && isWritten(name)) {
          all.add(after, name);
        }
        after = Math.max(after, all.indexOf(name) + 1);
      }
    }
    return all;
  }

  /** Names that may be ids, or are no words: they say nothing of the next run. */
  Set<String> leftOut() {
    Set<String> out = new TreeSet<>();
    runs.forEach(run -> out.addAll(run.names()));
    out.removeAll(events());
    return out;
  }

  private boolean isWritten(String name) {
    return name.length() <= LONGEST_NAME
        && TextShape.isWord(name)
        && !TextShape.isToken(name)
        && !contract().strictness().forbidden().contains(name)
        && target.secrets().stream().noneMatch(name::contains);
  }
}
