package io.goldenpath.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleReleases;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.ReleaseSource;
import io.goldenpath.regression.RegressionBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseTrackerTests {

  private final Probe probe =
      SampleReleases.telling(SampleRuns.probe("staging"), new ReleaseSource.Header("X-Version"));
  private final Probe silent = SampleRuns.probe("quiet");
  private RegressionBoard board = new RegressionBoard(List.of());
  private ReleaseTracker tracker = new ReleaseTracker(board);
  private int minute;

  @BeforeEach
  void start() {
    start(List.of());
  }

  @Test
  void marksTheFirstReleaseThatIsSeen() {
    see("1.8.2", "1.8.2", "1.8.2");

    assertThat(board.markers()).containsExactly(marker("1.8.2", 0));
  }

  @Test
  void marksAChangeAtOnce() {
    see("1.8.2", "1.8.2", "1.8.3", "1.8.3");

    assertThat(board.markers()).containsExactly(marker("1.8.3", 2), marker("1.8.2", 0));
  }

  @Test
  void marksADeploymentOnceThoughBothAnswerInTurn() {
    see("1.8.2");
    for (int turn = 0; turn < 40; turn++) {
      see("1.8.3", "1.8.3", "1.8.2");
    }
    see("1.8.3", "1.8.3", "1.8.3", "1.8.3", "1.8.3", "1.8.3", "1.8.3", "1.8.3", "1.8.3", "1.8.3");

    assertThat(board.markers()).containsExactly(marker("1.8.3", 1), marker("1.8.2", 0));
  }

  @Test
  void marksARollbackOnceItHasStayed() {
    see("1.8.2", "1.8.3", "1.8.3");
    for (int run = 1; run < SeenReleases.LASTING_RUNS; run++) {
      see("1.8.2");
    }
    assertThat(board.markers()).hasSize(2);

    see("1.8.2", "1.8.2");

    assertThat(board.markers()).hasSize(3).first().isEqualTo(marker("1.8.2", 3));
  }

  @Test
  void takesNoOldReleaseThatStillAnswersForARollbackOfAnAnnouncedOne() {
    see("1.8.2");
    board.released(new ReleaseMarker("staging", "1.8.3", at(1), null));
    for (int run = 0; run < 20; run++) {
      see("1.8.2");
    }
    see("1.8.3");

    assertThat(board.markers()).containsExactly(marker("1.8.3", 1), marker("1.8.2", 0));
  }

  @Test
  void marksWhatIsNoReleaseOnlySoOften() {
    for (int run = 0; run < 200; run++) {
      see("request " + run);
    }

    assertThat(board.markers()).hasSize(SeenReleases.MOST_A_DAY);
  }

  @Test
  void marksNothingAfterARestartUnlessItDiffersFromWhatIsStored() {
    ReleaseMarker stored = marker("1.8.2", -60);
    start(List.of(stored));

    see("1.8.2");
    assertThat(board.markers()).containsExactly(stored);

    see("1.8.3");
    assertThat(board.markers()).containsExactly(marker("1.8.3", 1), stored);
  }

  @Test
  void waitsForWhatIsStoredAndThenSaysSinceWhen() {
    ReleaseMarker stored = marker("1.8.2", -60);
    board = new RegressionBoard(List.of());
    tracker = new ReleaseTracker(board);
    watch();
    see("1.8.3", "1.8.3");
    assertThat(board.markers()).isEmpty();

    board.restore(Map.of(), List.of(stored));
    see("1.8.3");

    assertThat(board.markers()).containsExactly(marker("1.8.3", 0), stored);
  }

  @Test
  void marksNothingForARunThatCouldNotReadIt() {
    finish(SeenRelease.unread("GET /health answered HTTP 500"));
    finish(null);

    assertThat(board.markers()).isEmpty();
  }

  @Test
  void marksARunWithThePostedReleaseWhereTheTargetTellsNone() {
    board.released(new ReleaseMarker("quiet", "7", at(0), null));
    board.released(new ReleaseMarker("quiet", "8", at(10), null));

    assertThat(tracker.mark(SampleRuns.passed(silent, "a", at(5))).releaseName()).contains("7");
    assertThat(tracker.mark(SampleRuns.passed(silent, "b", at(10))).releaseName()).contains("8");
    assertThat(tracker.mark(SampleRuns.passed(silent, "c", at(-1))).release()).isNull();
    assertThat(tracker.mark(SampleRuns.passed(probe, "d", at(5))).release()).isNull();
  }

  private void start(List<ReleaseMarker> stored) {
    board = new RegressionBoard(List.of());
    tracker = new ReleaseTracker(board);
    watch();
    board.restore(Map.of(), stored);
  }

  private void watch() {
    board.watching(List.of(probe, silent));
    tracker.watching(List.of(probe, silent));
  }

  private void see(String... releases) {
    for (String release : releases) {
      finish(SeenRelease.of(release));
    }
  }

  private void finish(@Nullable SeenRelease release) {
    Run run = SampleRuns.passed(probe, "run-" + minute, at(minute++));
    tracker.finished(tracker.mark(run.withRelease(release)));
  }

  private static ReleaseMarker marker(String release, int minute) {
    return new ReleaseMarker("staging", release, at(minute), null);
  }

  private static Instant at(int minute) {
    return SampleRuns.NOON.plus(Duration.ofMinutes(minute));
  }
}
