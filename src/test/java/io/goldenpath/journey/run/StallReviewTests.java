package io.goldenpath.journey.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StallReviewTests {

  private static final Duration STALLED = Duration.ofMillis(3200);

  private final Findings findings = new Findings(1, 0);

  private StallReviewTests find(FindingKind kind, Severity severity, boolean doubtful) {
    findings.of(kind).as(severity).at(0).doubtful(doubtful).says("It is %s", kind.label());
    return this;
  }

  private Run reviewed() {
    RunInfo info =
        new RunInfo(
            "run",
            new ProbeId("target", JourneyKind.GOLDEN_PATH),
            "local",
            Trigger.SCHEDULE,
            Instant.EPOCH);
    return new StallReview(Duration.ofSeconds(9), STALLED).toRun(info, findings.all(), List.of());
  }

  @Test
  void breaksARunThatOnlyAStallMayHaveFailed() {
    Run run =
        find(FindingKind.TOO_SLOW, Severity.WARNING, false)
            .find(FindingKind.SILENT, Severity.ERROR, true)
            .reviewed();

    assertThat(run.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(run.findings())
        .extracting(Finding::kind, Finding::severity)
        .containsExactly(
            tuple(FindingKind.TOO_SLOW, Severity.INFO),
            tuple(FindingKind.SILENT, Severity.INFO),
            tuple(FindingKind.MONITOR_FAULT, Severity.ERROR));
    assertThat(run.findings().getLast().message())
        .isEqualTo(
            "The monitor stood still for 3.20 s in this run, which is not counted: it may be why."
                + " It is silent");
  }

  @Test
  void keepsTheVerdictOfARunThatFailsAnyway() {
    Run run =
        find(FindingKind.WRONG_ANSWER, Severity.ERROR, false)
            .find(FindingKind.LATE_EVENT, Severity.WARNING, true)
            .reviewed();

    assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(run.findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR, Severity.INFO);
    assertThat(run.measured()).isFalse();
  }

  @Test
  void keepsTheVerdictWhereTheDoubtIsMereInformation() {
    Run run = find(FindingKind.TOO_SLOW, Severity.INFO, true).reviewed();

    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(run.stalled()).isEqualTo(STALLED);
  }

  @Test
  void breaksARunThatMayHavePassedButForAWarning() {
    Run run = find(FindingKind.LATE_EVENT, Severity.WARNING, true).reviewed();

    assertThat(run.outcome()).isEqualTo(Outcome.BROKEN);
  }

  @Test
  void countsAStallThatDecidedNothing() {
    Run run = find(FindingKind.LATE_EVENT, Severity.WARNING, false).reviewed();

    assertThat(run.outcome()).isEqualTo(Outcome.DEGRADED);
    assertThat(run.stalled()).isEqualTo(STALLED);
  }
}
