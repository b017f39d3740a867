package io.goldenpath.inference.live;

import io.goldenpath.contract.definition.EventOrder;
import io.goldenpath.contract.definition.EventOrder.Precedence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chains of events: those that were asked for already, and those that held in all runs. */
record LiveOrder(LiveEvidence evidence, List<Map<String, Integer>> firsts) {

  private static final String BEFORE = " < ";

  static LiveOrder of(LiveEvidence evidence) {
    return new LiveOrder(evidence, evidence.runs().stream().map(LiveRun::firsts).toList());
  }

  /** Each chain with the reason why it is there; never empty where there are events. */
  Map<String, String> chains() {
    List<String> events = evidence.events();
    EventOrder known = evidence.contract().flow().order();
    List<List<String>> pairs = new ArrayList<>();
    Set<String> all = new LinkedHashSet<>(events);
    known.precedences(all).forEach(two -> pairs.add(List.of(two.before(), two.after())));
    List<List<String>> held = new ArrayList<>(pairs);
    held.addAll(held(events, known));
    EventOrder order = EventOrder.of(EventOrder.contradiction(held).isEmpty() ? held : pairs);
    Map<String, String> chains = new LinkedHashMap<>();
    for (List<String> chain : joined(order.precedences(all))) {
      chains.put(String.join(BEFORE, chain), reason(chain));
    }
    if (chains.isEmpty()) {
      chains.put(events.getFirst(), "no order was the same in all runs");
    }
    return chains;
  }

  private String reason(List<String> chain) {
    boolean seen = true;
    for (int i = 1; i < chain.size(); i++) {
      seen &= holds(chain.get(i - 1), chain.get(i));
    }
    return seen ? evidence.guess() + evidence.eachRun() : "as before";
  }

  private List<List<String>> held(List<String> events, EventOrder known) {
    List<List<String>> held = new ArrayList<>();
    for (String before : events) {
      for (String after : events) {
        if (!before.equals(after) && holds(before, after) && !known.before(after, before)) {
          held.add(List.of(before, after));
        }
      }
    }
    return held;
  }

  /** Whether both came in each run, and in this order. */
  private boolean holds(String before, String after) {
    return firsts.stream()
        .allMatch(run ->
            run.containsKey(before) && run.containsKey(after) && run.get(before) < run.get(after));
  }

  private static List<List<String>> joined(List<Precedence> steps) {
    List<List<String>> chains = new ArrayList<>();
    Set<Precedence> left = new LinkedHashSet<>(steps);
    while (!left.isEmpty()) {
      Precedence next =
          left.stream()
              .filter(step -> left.stream().noneMatch(other -> other.after().equals(step.before())))
              .findFirst()
              .orElseThrow();
      List<String> chain = new ArrayList<>(List.of(next.before()));
      while (next != null) {
        left.remove(next);
        chain.add(next.after());
        String last = next.after();
        next = left.stream().filter(step -> step.before().equals(last)).findFirst().orElse(null);
      }
      chains.add(chain);
    }
    return chains;
  }
}
