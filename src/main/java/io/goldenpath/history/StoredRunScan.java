package io.goldenpath.history;

import io.goldenpath.history.store.RunFilter;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks stored runs through, newest first, for those with a finding: what a run found is in no
 * index.
 *
 * @param late Whether it must come to an end.
 */
record StoredRunScan(RunStore store, RunCriteria criteria, int limit, BooleanSupplier late) {

  static final int MOST = 1000;

  private static final int AT_ONCE = 100;

  FoundRuns page() {
    Set<ProbeId> probes = probes();
    if (criteria.finding().any()) {
      List<Run> found = runs(probes, criteria.before(), limit);
      return new FoundRuns(found, found.size() < limit ? null : Cursor.at(found.getLast()));
    }
    List<Run> found = new ArrayList<>();
    Cursor place = criteria.before();
    for (int seen = 0; seen < MOST && (seen == 0 || !late.getAsBoolean()); seen += AT_ONCE) {
      List<Run> next = runs(probes, place, AT_ONCE);
      for (Run run : next) {
        place = Cursor.at(run);
        if (criteria.match(run)) {
          found.add(run);
        }
        if (found.size() == limit) {
          return new FoundRuns(found, place);
        }
      }
      if (next.size() < AT_ONCE) {
        return new FoundRuns(found, null);
      }
    }
    return new FoundRuns(found, place);
  }

  private @Nullable Set<ProbeId> probes() {
    return criteria.ofAllProbes()
        ? null
        : store.probes().stream().filter(criteria::match).collect(Collectors.toSet());
  }

  private List<Run> runs(@Nullable Set<ProbeId> probes, @Nullable Cursor before, int most) {
    return store.runs(new RunFilter(probes, criteria.outcomes(), criteria.since(), before, most));
  }
}
