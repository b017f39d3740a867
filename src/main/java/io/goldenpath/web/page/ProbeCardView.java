package io.goldenpath.web.page;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.verdict.ProbeState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of one probe, and why.
 *
 * @param probe Which probe.
 * @param verdict What is believed.
 * @param newest The newest run, be it our own fault; null before the first.
 * @param crowd What several users of the run that the verdict rests on met together; null for one
 *     alone.
 * @param strip The path of the run that the verdict rests on.
 * @param faults What that run was found guilty of.
 * @param moreFaults The rest of very many in words.
 * @param bars The runs before.
 */
record ProbeCardView(
    ProbeView probe,
    VerdictView verdict,
    @Nullable RunSummaryView newest,
    @Nullable String crowd,
    StripView strip,
    List<FindingView> faults,
    String moreFaults,
    RunBarsView bars) {

  private static final int MAX_FINDINGS = 10;

  static ProbeCardView of(ProbeState state, List<Run> kept, Instant now) {
    Probe probe = state.probe();
    Run last = state.lastRun();
    FindingSummary faults =
        FindingSummary.of(last == null ? List.of() : countedFindings(last), MAX_FINDINGS);
    PathStrip strip = last == null ? PathStrip.waiting(probe) : PathStrip.ofWorstUser(probe, last);
    return new ProbeCardView(
        ProbeView.of(probe.id()),
        VerdictView.of(state, now),
        kept.isEmpty() ? null : RunSummaryView.of(kept.getFirst(), now),
        last == null ? null : ConcurrencyView.sentence(ConcurrencySummary.of(last), strip.slot()),
        StripView.of(strip),
        last == null ? List.of() : FindingView.all(faults.shown(), "/runs/" + last.id()),
        faults.more() == 0 ? "" : "Besides these %s.".formatted(faults.rest()),
        RunBarsView.of(kept));
  }

  /** Only what counts against somebody. */
  private static List<Finding> countedFindings(Run run) {
    return run.findings().stream().filter(finding -> finding.severity() != Severity.INFO).toList();
  }
}
