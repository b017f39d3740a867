package io.goldenpath.model.run;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.Probe;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunTests {

  private final Probe demo = SampleRuns.probe("demo");
  private final Run passed = SampleRuns.passed(demo, "a", NOON);

  @Test
  void endsItsDurationAfterItBegan() {
    assertThat(passed.endedAt()).isEqualTo(NOON.plusMillis(1842));
  }

  @Test
  void onlyFailedAndBrokenRunsDidNotSucceed() {
    assertThat(passed.succeeded()).isTrue();
    assertThat(SampleRuns.late(demo, "a", NOON).succeeded()).isTrue();
    assertThat(SampleRuns.missing(demo, "a", NOON).succeeded()).isFalse();
    assertThat(SampleRuns.broken(demo, "a", NOON).succeeded()).isFalse();
  }

  @Test
  void theWorstFindingIsTheFirstOfTheHeaviest() {
    List<Finding> findings =
        Stream.of(
                SampleRuns.late(demo, "a", NOON),
                SampleRuns.missing(demo, "a", NOON),
                SampleRuns.stalled(demo, "a", NOON))
            .flatMap(run -> run.findings().stream())
            .toList();

    Run run = Run.of(passed.info(), passed.duration(), findings, List.of());

    assertThat(run.worstFinding().orElseThrow().kind()).isEqualTo(FindingKind.MISSING_EVENT);
    assertThat(passed.worstFinding()).isEmpty();
  }

  @Test
  void tellsWhenTheFirstEventAndTheAnswerCame() {
    assertThat(passed.timeToFirstEvent()).contains(millis(311));
    assertThat(passed.timeToAnswer()).contains(millis(1220));
  }

  @Test
  void hasNoAnswerUnlessAllUsersHaveOne() {
    UserRun answered = passed.users().getFirst();
    UserRun stalled = SampleRuns.stalled(demo, "a", NOON).users().getFirst();
    Run both = Run.of(passed.info(), passed.duration(), List.of(), List.of(answered, stalled));

    assertThat(both.timeToAnswer()).isEmpty();
    assertThat(SampleRuns.broken(demo, "a", NOON).timeToAnswer()).isEmpty();
    assertThat(SampleRuns.refused(demo, "a", NOON).timeToFirstEvent()).isEmpty();
  }
}
