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

/** Longest lag of our own event loops in a run; beyond 250 ms the run counts against nobody. */
public record EventLoopLag(Duration lag, Duration duration) {

  private static final Duration TOLERATED = Duration.ofMillis(250);

  public static EventLoopLag since(long start, RunContext context) {
    return new EventLoopLag(
        context.wire().longestLagSince(start), Duration.ofNanos(context.nanos() - start));
  }

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
