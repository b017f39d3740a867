package io.goldenpath.web.page.probe;

import io.goldenpath.history.RunCriteria;
import io.goldenpath.history.RunSearch;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One page of a probe's runs, the newest first.
 *
 * @param kinds Those that a run of it can have.
 * @param older Query of the page after it; null where there is none.
 * @param searched How many runs were looked into; those before them may match as well.
 * @param complete Whether older runs than those in memory can be found.
 */
record RunListView(
    RunListFilter filter,
    List<FindingKind> kinds,
    List<Run> runs,
    @Nullable String older,
    int searched,
    boolean complete) {

  private static final int SHOWN = 20;
  private static final int READ_AT_ONCE = 200;
  private static final int MOST_SEARCHED = 1000;

  public List<Outcome> outcomes() {
    return Arrays.asList(Outcome.values());
  }

  public List<Step> steps() {
    return Arrays.asList(Step.values());
  }

  /** Whether the search ended before the page was full. */
  public boolean cutShort() {
    return older != null && runs.size() < SHOWN;
  }

  /** Where they are found. */
  @Component
  record Source(RunSearch search) {

    RunListView of(ProbeId probe, RunListFilter filter) {
      int step = filter.looksInside() ? READ_AT_ONCE : SHOWN + 1;
      List<Run> found = new ArrayList<>();
      Cursor place = filter.before();
      int searched = 0;
      boolean more = true;
      while (more && found.size() <= SHOWN && searched < MOST_SEARCHED) {
        List<Run> read =
            search.newest(
                new RunCriteria(probe.target(), probe.journey(), filter.outcome(), place), step);
        read.stream().filter(filter::matches).forEach(found::add);
        searched += read.size();
        more = read.size() == step;
        place = read.isEmpty() ? place : Cursor.at(read.getLast());
      }
      List<Run> shown = found.stream().limit(SHOWN).toList();
      Cursor next = found.size() > SHOWN ? Cursor.at(shown.getLast()) : more ? place : null;
      return new RunListView(
          filter,
          kinds(probe),
          shown,
          next == null ? null : filter.query(next),
          searched,
          search.complete());
    }
  }

  private static List<FindingKind> kinds(ProbeId probe) {
    return Arrays.stream(FindingKind.values())
        .filter(kind ->
            probe.journey().steps().stream().anyMatch(step -> probe.journey().canFind(kind, step)))
        .toList();
  }
}
