package io.goldenpath.web.page;

import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.ConcurrencyText;
import io.goldenpath.model.run.Run;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.verdict.ProbeState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * State of one probe.
 *
 * @param lastRun The newest run, valid or not; null before the first.
 * @param concurrency The users of the last valid run compared; null for one alone.
 * @param strip The path of the last valid run.
 */
record ProbeCardView(
    ProbeView probe,
    VerdictView verdict,
    @Nullable RunSummaryView lastRun,
    @Nullable String concurrency,
    StripView strip,
    FindingsView findings,
    RunBarsView bars) {

  private static final int MAX_FINDINGS = 10;

  /** A verdict, which chooses colour and icon, and its reason in one line. */
  record VerdictView(String word, TimeView since, String why) {}

  static ProbeCardView of(ProbeState state, List<Run> kept, Instant now) {
    Probe probe = state.probe();
    Run last = state.lastRun();
    PathStrip strip = last == null ? PathStrip.waiting(probe) : PathStrip.ofWorstUser(probe, last);
    return new ProbeCardView(
        ProbeView.of(probe.id()),
        new VerdictView(
            state.verdict().label(), TimeView.minute(state.since(), now), state.reason()),
        kept.isEmpty() ? null : RunSummaryView.of(kept.getFirst(), now),
        last == null ? null : concurrency(last, strip.slot()),
        StripView.of(strip),
        last == null ? new FindingsView(List.of(), "") : findings(last),
        RunBarsView.of(kept));
  }

  private static @Nullable String concurrency(Run run, int drawn) {
    return ConcurrencySummary.of(run)
        .map(ConcurrencyText::new)
        .map(text -> "%s. The path shown is that of user %d.".formatted(text.summary(), drawn))
        .orElse(null);
  }

  private static FindingsView findings(Run run) {
    return FindingsView.of(
        run.findings().stream().filter(finding -> finding.severity() != Severity.INFO).toList(),
        MAX_FINDINGS,
        "/runs/" + run.id());
  }
}
