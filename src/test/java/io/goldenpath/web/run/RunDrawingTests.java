package io.goldenpath.web.run;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ReusedLogins;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The timeline of a run beside another one. */
class RunDrawingTests {

  private final Probe probe = SampleRuns.probe("staging");
  private final Run passed = SampleRuns.passed(probe, "good", NOON);

  @Test
  void hasARowForEachStepPhaseEventAndWaitOfOurOwn() {
    assertThat(names(timeline(passed, null)))
        .containsExactly(
            "login",
            "connect",
            "dns",
            "tcp",
            "tls",
            "upgrade",
            "welcome",
            "send",
            "events",
            "agent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_completed",
            "answer",
            "listen (our own wait)",
            "close");
  }

  @Test
  void countsFromTheSentMessageOrFromTheRunsStart() {
    assertThat(row(timeline(passed, null), "login").times().at()).isEqualTo("\u221290 ms");
    assertThat(row(timeline(passed, null), "agent_started").times().at()).isEqualTo("+311 ms");
    TimelineView fromStart = RunDrawing.of(probe, passed, null, true).users().getFirst().timeline();
    assertThat(row(fromStart, "login").times().at()).isEqualTo("0");
    assertThat(row(fromStart, "agent_started").times().at()).isEqualTo("+401 ms");
  }

  @Test
  void drawsAnEventThatNeverCameAsLongAsItWasWaitedForAndWithItsLimit() {
    TimelineRow row =
        row(timeline(SampleRuns.stalled(probe, "bad", NOON), passed), "tool_executing");

    assertThat(row.name().state()).isEqualTo("missing");
    assertThat(row.times())
        .returns("never", TimelineRow.Times::at)
        .returns("waited 1.20 s", TimelineRow.Times::took)
        .returns("came after 612 ms there", TimelineRow.Times::difference);
    assertThat(row.lane().limits()).hasSize(1);
    assertThat(row.findings()).hasSize(1);
  }

  @Test
  void comparesWithAnotherUserWhoHadTheSamePart() {
    UserRun user = passed.users().getFirst();
    Run others =
        passed.withUsers(
            List.of(
                new UserRun(
                    2,
                    user.steps(),
                    user.connectPhases(),
                    user.events(),
                    user.transcript(),
                    user.expiry())));

    assertThat(row(timeline(passed, others), "login").times().difference()).isEqualTo("=");
  }

  @Test
  void findsTheSameEventsOfTheOtherRunByTheirNames() {
    TimelineView beside = timeline(SampleRuns.missing(probe, "bad", NOON), passed);

    assertThat(row(beside, "tool_completed").times().difference()).isEqualTo("=");
    assertThat(row(beside, "agent_thinking").times())
        .returns("never", TimelineRow.Times::at)
        .returns("came after 443 ms there", TimelineRow.Times::difference);
  }

  @Test
  void doesNotCompareAReusedLoginWithAWalkedOne() {
    Run reused = ReusedLogins.of(passed, Duration.ofSeconds(29));

    assertThat(row(timeline(reused, passed), "login"))
        .returns("reused, 29 s old", found -> found.times().took())
        .returns("reused", found -> found.name().state())
        .returns("", found -> found.times().difference())
        .returns("", found -> found.times().limit());
  }

  @Test
  void drawsARunThatNobodyTook() {
    assertThat(timeline(SampleRuns.broken(probe, "none", NOON), passed).rows()).isEmpty();
  }

  @Test
  void linksFindingsToRowsAndFramesAndBack() {
    RunView view = RunDrawing.of(probe, SampleRuns.missing(probe, "bad", NOON), passed, false);

    FindingView finding = view.findings().shown().getFirst();
    TimelineView timeline = view.users().getFirst().timeline();
    assertThat(finding.row()).isEqualTo(row(timeline, "agent_thinking").id());
    assertThat(view.users().getFirst().transcript().entries())
        .filteredOn(entry -> !entry.findings().isEmpty())
        .extracting(TranscriptEntry::id)
        .containsExactly("frame-1-4", "frame-1-8");
  }

  private TimelineView timeline(Run run, @Nullable Run compared) {
    return RunDrawing.of(probe, run, compared, false).users().getFirst().timeline();
  }

  private static List<String> names(TimelineView timeline) {
    return timeline.rows().stream().map(row -> row.name().text()).toList();
  }

  private static TimelineRow row(TimelineView timeline, String name) {
    return timeline.rows().stream()
        .filter(row -> row.name().text().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
