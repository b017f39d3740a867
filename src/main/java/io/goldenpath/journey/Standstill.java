package io.goldenpath.journey;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.UserRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long our own event loops stood still during a run. Beyond a quarter of a second nothing is
 * held against the target.
 *
 * @param lag The longest time that they did.
 * @param duration How long the run took.
 */
record Standstill(Duration lag, Duration duration) {

  private static final Duration BEARABLE = Duration.ofMillis(250);

  /** The standstill of a run that began at this reading of the clock and ends now. */
  static Standstill since(long start, Road road) {
    return new Standstill(
        road.wire().longestLagSince(start),
        Duration.ofNanos(road.clocks().stopwatch().nanos() - start));
  }

  /** The run that these findings make, or a broken one. */
  Run judged(RunTicket ticket, List<Finding> findings, List<UserRun> users) {
    return Run.of(ticket, duration, blameless(findings), users);
  }

  private List<Finding> blameless(List<Finding> findings) {
    if (lag.compareTo(BEARABLE) <= 0) {
      return findings;
    }
    List<Finding> ours = new ArrayList<>();
    findings.forEach(finding -> ours.add(finding.as(Severity.INFO)));
    ours.add(
        Finding.of(
            FindingKind.MONITOR_FAULT,
            Step.EVENTS,
            1,
            "The monitor itself stood still for %d ms during the run, so the run counts for nothing"
                .formatted(lag.toMillis()),
            new Evidence(
                "at most " + BEARABLE.toMillis() + " ms",
                lag.toMillis() + " ms",
                duration,
                List.of())));
    return ours;
  }
}
