package io.goldenpath.web;

import io.goldenpath.probe.Concurrency;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingDigest;
import io.goldenpath.probe.PathStrip;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Severity;
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
 * @param crowd What several users of the run that the verdict rests on met together; null for one
 *     alone.
 * @param strip The path of the run that the verdict rests on.
 * @param faults What that run was found guilty of.
 * @param moreFaults The rest of very many in words.
 * @param bars The runs before.
 */
record CardView(
    ProbeView probe,
    VerdictView verdict,
    @Nullable RunLine newest,
    @Nullable String crowd,
    StripView strip,
    List<FindingView> faults,
    String moreFaults,
    BarsView bars) {

  private static final int FAULTS = 10;

  static CardView of(Standing standing, List<Run> kept, Instant now) {
    Probe probe = standing.probe();
    Run last = standing.lastRun();
    FindingDigest faults = FindingDigest.of(last == null ? List.of() : held(last), FAULTS);
    PathStrip strip = last == null ? PathStrip.waiting(probe) : PathStrip.worst(probe, last);
    return new CardView(
        ProbeView.of(probe.id()),
        VerdictView.of(standing, now),
        kept.isEmpty() ? null : RunLine.of(kept.getFirst(), now),
        last == null ? null : CrowdView.line(Concurrency.of(last), strip.slot()),
        StripView.of(strip),
        last == null ? List.of() : FindingView.all(faults.shown(), "/runs/" + last.id()),
        faults.more() == 0 ? "" : "Besides these %s.".formatted(faults.rest()),
        BarsView.of(kept));
  }

  /** Only what counts against somebody. */
  private static List<Finding> held(Run run) {
    return run.findings().stream().filter(finding -> finding.severity() != Severity.INFO).toList();
  }
}
