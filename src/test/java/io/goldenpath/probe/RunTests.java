package io.goldenpath.probe;

import static io.goldenpath.probe.Runs.NOON;
import static io.goldenpath.probe.Runs.millis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunTests {

  private final Probe demo = Runs.probe("demo");
  private final Run passed = Runs.passed(demo, "a", NOON);

  @Test
  void endsItsDurationAfterItBegan() {
    assertThat(passed.endedAt()).isEqualTo(NOON.plusMillis(1842));
  }

  @Test
  void onlyFailedAndBrokenRunsDidNotSucceed() {
    assertThat(passed.succeeded()).isTrue();
    assertThat(Runs.late(demo, "a", NOON).succeeded()).isTrue();
    assertThat(Runs.missing(demo, "a", NOON).succeeded()).isFalse();
    assertThat(Runs.broken(demo, "a", NOON).succeeded()).isFalse();
  }

  @Test
  void theWorstFindingIsTheFirstOfTheHeaviest() {
    List<Finding> findings =
        Stream.of(
                Runs.late(demo, "a", NOON),
                Runs.missing(demo, "a", NOON),
                Runs.stalled(demo, "a", NOON))
            .flatMap(run -> run.findings().stream())
            .toList();

    Run run = Run.of(passed.ticket(), passed.duration(), findings, List.of());

    assertThat(run.worst().orElseThrow().kind()).isEqualTo(FindingKind.MISSING_EVENT);
    assertThat(passed.worst()).isEmpty();
  }

  @Test
  void tellsWhenTheFirstEventAndTheAnswerCame() {
    assertThat(passed.firstEvent()).contains(millis(311));
    assertThat(passed.answer()).contains(millis(1220));
  }

  @Test
  void hasNoAnswerUnlessAllUsersHaveOne() {
    UserRun answered = passed.users().getFirst();
    UserRun stalled = Runs.stalled(demo, "a", NOON).users().getFirst();
    Run both = Run.of(passed.ticket(), passed.duration(), List.of(), List.of(answered, stalled));

    assertThat(both.answer()).isEmpty();
    assertThat(Runs.broken(demo, "a", NOON).answer()).isEmpty();
    assertThat(Runs.refused(demo, "a", NOON).firstEvent()).isEmpty();
  }
}
