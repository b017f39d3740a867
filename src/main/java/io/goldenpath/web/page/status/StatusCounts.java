package io.goldenpath.web.page.status;

import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.ProbeState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many probes there are of each verdict, the worst first.
 *
 * @param labels Names of the labels that targets have.
 */
record StatusCounts(List<Count> counts, SortedSet<String> labels) {

  /** How many probes have this verdict. */
  record Count(String verdict, long probes) {}

  static StatusCounts of(List<ProbeState> states) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    SortedSet<String> labels = new TreeSet<>();
    for (ProbeState state : states) {
      counts.merge(state.verdict(), 1L, Long::sum);
      labels.addAll(state.probe().target().labels().keySet());
    }
    return new StatusCounts(
        counts.entrySet().stream()
            .map(count -> new Count(count.getKey().label(), count.getValue()))
            .toList(),
        labels);
  }
}
