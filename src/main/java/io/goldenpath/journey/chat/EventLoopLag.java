package io.goldenpath.journey.chat;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.UserRun;
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
public record EventLoopLag(Duration lag, Duration duration) {

  private static final Duration TOLERATED = Duration.ofMillis(250);

  /** The standstill of a run that began at this reading of the clock and ends now. */
  public static EventLoopLag since(long start, RunContext context) {
    return new EventLoopLag(
        context.wire().longestLagSince(start),
        Duration.ofNanos(context.clocks().stopwatch().nanos() - start));
  }

  /** The run that these findings make, or a broken one. */
  public Run toRun(RunInfo ticket, List<Finding> findings, List<UserRun> users) {
    return Run.of(ticket, duration, withoutBlame(findings), users);
  }

  private List<Finding> withoutBlame(List<Finding> findings) {
    if (lag.compareTo(TOLERATED) <= 0) {
      return findings;
    }
    List<Finding> ours = new ArrayList<>();
    findings.forEach(finding -> ours.add(finding.withSeverity(Severity.INFO)));
    ours.add(
        Finding.of(
            FindingKind.MONITOR_FAULT,
            Step.EVENTS,
            1,
            "The monitor itself stood still for %d ms during the run, so the run counts for nothing"
                .formatted(lag.toMillis()),
            new Evidence(
                "at most " + TOLERATED.toMillis() + " ms",
                lag.toMillis() + " ms",
                duration,
                List.of())));
    return ours;
  }
}
