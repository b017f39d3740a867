package io.goldenpath.web;

import io.goldenpath.probe.PathStrip;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.verdict.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of one probe, and why.
 *
 * @param probe Which probe.
 * @param verdict What is believed.
 * @param newest The newest run, be it our own fault; null before the first.
 * @param strip The path of the run that the verdict rests on.
 * @param faults What that run was found guilty of.
 * @param bars The runs before.
 */
record CardView(
    ProbeView probe,
    VerdictView verdict,
    @Nullable RunLine newest,
    StripView strip,
    List<FindingView> faults,
    BarsView bars) {

  static CardView of(Standing standing, List<Run> kept, Instant now) {
    Probe probe = standing.probe();
    Run last = standing.lastRun();
    return new CardView(
        ProbeView.of(probe.id()),
        VerdictView.of(standing, now),
        kept.isEmpty() ? null : RunLine.of(kept.getFirst(), now),
        StripView.of(last == null ? PathStrip.waiting(probe) : PathStrip.worst(probe, last)),
        last == null ? List.of() : FindingView.faults(last.findings()),
        BarsView.of(kept));
  }
}
