package io.goldenpath.web.page;

import io.goldenpath.history.RunHistory;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.Skips;
import io.goldenpath.verdict.VerdictBoard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * State of one probe.
 *
 * @param skips Due runs that were skipped lately, where the verdict's reason does not say it.
 * @param service What is agreed on it.
 * @param regressions What has changed against the runs learned.
 * @param newest The newest run, valid or not; null before the first.
 * @param concurrency The users of the last valid run compared; null for one alone.
 * @param strip The path of the last valid run.
 */
public record ProbeCardView(
    ProbeState state,
    @Nullable Skips skips,
    ServiceView service,
    RegressionState regressions,
    @Nullable Run newest,
    @Nullable String concurrency,
    StripView strip,
    FindingSummary findings,
    RunBarsView bars) {

  private static final int MAX_FINDINGS = 10;

  /** What it is made of. */
  @Component
  public record Source(VerdictBoard board, ServiceView.Source services, RunHistory history) {

    public ProbeCardView of(ProbeState state) {
      ProbeId probe = state.probe().id();
      return ProbeCardView.of(state, board, services.of(probe), history.runs(probe));
    }
  }

  static ProbeCardView of(
      ProbeState state, VerdictBoard board, ServiceView service, List<Run> kept) {
    Probe probe = state.probe();
    Run last = state.lastRun();
    PathStrip strip = last == null ? PathStrip.waiting(probe) : PathStrip.ofWorstUser(probe, last);
    return new ProbeCardView(
        state,
        board.skips(probe.id()).filter(_ -> state.verdict() != Verdict.UNKNOWN).orElse(null),
        service,
        board.regressions(probe.id()),
        kept.isEmpty() ? null : kept.getFirst(),
        last == null ? null : concurrency(last, strip.slot()),
        StripView.of(strip),
        findings(last == null ? List.of() : last.findings()),
        RunBarsView.of(kept));
  }

  public ProbeId probe() {
    return state.probe().id();
  }

  /** The page of the run whose findings are shown. */
  public String runPage() {
    return state.lastRun() == null ? "" : "/runs/" + state.lastRun().id();
  }

  private static @Nullable String concurrency(Run run, int drawn) {
    return ConcurrencySummary.of(run)
        .map(users -> "%s. The path shown is that of user %d.".formatted(users.text(), drawn))
        .orElse(null);
  }

  private static FindingSummary findings(List<Finding> all) {
    return FindingSummary.of(
        all.stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .sorted(Finding.HEAVIEST_FIRST)
            .toList(),
        MAX_FINDINGS);
  }
}
