package io.goldenpath.journey.run;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lag of the monitor's own event loops during a run. Beyond a quarter of a second the run counts
 * against nobody.
 *
 * @param lag Longest lag.
 * @param duration How long the run took.
 */
public record EventLoopLag(Duration lag, Duration duration) {

  private static final Duration TOLERATED = Duration.ofMillis(250);

  /** The lag in a run that began at this reading of the clock and ends now. */
  public static EventLoopLag since(long start, RunContext context) {
    return new EventLoopLag(
        context.wire().longestLagSince(start), Duration.ofNanos(context.nanos() - start));
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
            "The monitor's event loops lagged by %s during the run, so the run is not counted"
                .formatted(DurationText.of(lag)),
            new Evidence(
                "at most " + DurationText.of(TOLERATED),
                DurationText.of(lag),
                duration,
                List.of())));
    return ours;
  }
}
