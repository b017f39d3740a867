package io.goldenpath.regression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came in a run, without times and values.
 *
 * @param events Names by arrival.
 * @param fields JSON pointers by event; without events whose frames were not kept or not readable.
 */
record RunShape(List<String> events, Map<String, Set<String>> fields) {

  RunShape {
    events = List.copyOf(events);
    fields = Map.copyOf(fields);
  }

  Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    events.forEach(event -> counts.merge(event, 1, Integer::sum));
    return counts;
  }

  /** Whether both came, and the one before the other. */
  boolean inOrder(String first, String second) {
    int at = events.indexOf(first);
    return at >= 0 && at < events.indexOf(second);
  }

  boolean holds(String event) {
    return events.contains(event);
  }
}
