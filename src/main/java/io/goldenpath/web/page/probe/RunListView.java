package io.goldenpath.web.page.probe;

import io.goldenpath.history.FoundRuns;
import io.goldenpath.history.RunSearch;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One page of a probe's runs, the newest first.
 *
 * @param kinds Those that a run of it can have.
 * @param older Query of the page after it; null where there is none.
 * @param complete Whether older runs than those in memory can be found.
 */
record RunListView(
    RunListFilter filter,
    List<FindingKind> kinds,
    List<Run> runs,
    @Nullable String older,
    boolean complete) {

  private static final int SHOWN = 20;

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
      FoundRuns found = search.page(filter.criteria(probe), SHOWN);
      return new RunListView(
          filter,
          kinds(probe),
          found.runs(),
          found.next() == null ? null : filter.query(found.next()),
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
