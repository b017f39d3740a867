package io.goldenpath.schedule;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackoffTests {

  private static final Duration RUN = Duration.ofSeconds(10);

  @Test
  void leavesATargetAloneForAsLongAsItAskedSinceItAsked() {
    assertThat(Backoff.after(run(found(FindingKind.SHED, 4, 300))))
        .contains(
            new Backoff(
                Duration.ofSeconds(294),
                "the target asked to be left alone for 5 min (Retry-After)"));
  }

  @Test
  void leavesATargetAloneThatShedsWithoutSayingForHowLong() {
    assertThat(Backoff.after(run(found(FindingKind.SHED, 4, null))))
        .contains(
            new Backoff(
                Duration.ofSeconds(30),
                "the target sheds load, so that it is left alone for 30 s"));
  }

  @Test
  void heedsTheLongestWish() {
    assertThat(
            Backoff.after(
                    run(
                        found(FindingKind.SHED, 4, null),
                        found(FindingKind.LOGIN_REFUSED, 5, 900),
                        found(FindingKind.SHED, 6, 60)))
                .orElseThrow()
                .time())
        .isEqualTo(Duration.ofSeconds(895));
  }

  @Test
  void heedsAWishThatIsOverByTheEndOfTheRun() {
    assertThat(Backoff.after(run(found(FindingKind.SHED, 4, 0)))).isEmpty();
    assertThat(Backoff.after(run(found(FindingKind.SHED, 4, 6)))).isEmpty();
  }

  @Test
  void grantsNothingToATargetThatAsksForNothing() {
    assertThat(Backoff.after(run(found(FindingKind.LOGIN_REFUSED, 4, null)))).isEmpty();
  }

  static Finding found(FindingKind kind, int second, @Nullable Integer retryAfter) {
    return Finding.of(
        kind,
        Step.LOGIN,
        1,
        "come back later",
        new Evidence(
            "a login",
            "none",
            Duration.ofSeconds(second),
            List.of(),
            null,
            false,
            retryAfter == null ? null : Duration.ofSeconds(retryAfter)));
  }

  private static Run run(Finding... findings) {
    return Run.of(
        SampleRuns.runInfo(SampleRuns.probe("demo"), "a", NOON), RUN, List.of(findings), List.of());
  }
}
