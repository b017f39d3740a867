package io.goldenpath.web.page;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.strip.PathStrip;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run with its evidence.
 *
 * @param lastGood Null where this run is the last good one, or there is none.
 */
record RunView(
    String id,
    ProbeView probe,
    RunSummaryView summary,
    String location,
    @Nullable ConcurrencyView concurrency,
    FindingsView findings,
    UsersView users,
    @Nullable LastGoodRunView lastGood) {

  private static final int MAX_FINDINGS = 50;

  /** Last run that ended well; {@code stored} tells whether it still has a page. */
  record LastGoodRunView(RunSummaryView summary, boolean stored, StripView strip) {}

  static RunView of(Probe probe, Run run, Optional<Run> good, boolean goodIsStored, Instant now) {
    return new RunView(
        run.id(),
        ProbeView.of(probe.id()),
        RunSummaryView.of(run, now),
        run.info().location(),
        ConcurrencySummary.of(run).map(ConcurrencyView::of).orElse(null),
        FindingsView.of(run.findings(), MAX_FINDINGS, ""),
        UsersView.of(probe, run, good),
        good.map(lastGood ->
                new LastGoodRunView(
                    RunSummaryView.of(lastGood, now),
                    goodIsStored,
                    StripView.of(PathStrip.ofWorstUser(probe, lastGood))))
            .orElse(null));
  }

  public String title() {
    String what =
        summary.message().isEmpty()
            ? " in " + summary.duration()
            : ": " + Excerpt.of(summary.message());
    return probe.target() + " " + summary.word() + what;
  }

  /** The verdict whose colour and icon go with the outcome. */
  public String verdict() {
    return Verdict.of(summary.outcome()).label();
  }
}
