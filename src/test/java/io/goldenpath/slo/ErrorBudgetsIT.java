package io.goldenpath.slo;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.goldenpath.history.recording.RunRecorder;
import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.WaitingRuns;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.TestDatabase;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.ServiceLevels;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.time.Stopwatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of an error budget, by the runs that a history holds. */
class ErrorBudgetsIT {

  private final Probe shop = ServiceLevels.with(SampleRuns.probe("shop"), GoodRuns.PASSED);
  private final Probe lenient = ServiceLevels.with(SampleRuns.probe("lab"), GoodRuns.NOT_FAILED);
  private final Probe none = SampleRuns.probe("none");
  private final WaitingRuns waiting = new WaitingRuns(1000, Long.MAX_VALUE);
  private final RunRecorder recorder = new RunRecorder(waiting, false, _ -> Optional.empty());
  private @Nullable StoreWriter writer;
  private Instant now = NOON;
  private int runs;

  @TempDir private Path folder;

  @AfterEach
  void close() {
    if (writer != null) {
      writer.close();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isWhatScheduledRunsOutsideOfMaintenanceLeave(TestDatabase kind) {
    ErrorBudgets budgets = budgets(kind);
    assertThat(budgets.objective(none.id())).isEmpty();
    assertThat(budgets.budget(shop.id())).isEmpty();

    for (Probe probe : List.of(shop, lenient)) {
      for (int day = 1; day <= 20; day++) {
        finished(SampleRuns.passed(probe, id(), NOON.minus(Duration.ofDays(day))));
      }
      finished(SampleRuns.late(probe, id(), NOON.minusSeconds(3000)));
      finished(SampleRuns.missing(probe, id(), NOON.minusSeconds(2000)));
      finished(SampleRuns.missing(probe, id(), NOON.minusSeconds(10_000)));
      finished(SampleRuns.missing(probe, id(), NOON.minus(Duration.ofDays(31))));
      finished(SampleRuns.missing(probe, id(), NOON).inMaintenance("patch window"));
      finished(SampleRuns.broken(probe, id(), NOON));
      finished(requested(SampleRuns.missing(probe, id(), NOON)));
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> waiting.size() == 0);
    now = NOON.plusSeconds(1);
    budgets.watching(List.of(shop, lenient, none));
    budgets.refresh();

    ErrorBudget strict = budgets.budget(shop.id()).orElseThrow();
    assertThat(strict.runs()).isEqualTo(new RunCounts(20, 3));
    assertThat(strict.left()).isCloseTo(1 - 3 / 2.3, within(1e-9));
    assertThat(strict.since()).isEqualTo(NOON.minus(Duration.ofDays(20)));
    assertThat(strict.burn(Duration.ofHours(1))).isCloseTo(10, within(1e-9));
    assertThat(strict.burn(Duration.ofDays(3))).isCloseTo(3 / 5.0 / 0.1, within(1e-9));
    assertThat(budgets.budget(lenient.id()).orElseThrow().runs()).isEqualTo(new RunCounts(21, 2));
    assertThat(budgets.budget(none.id())).isEmpty();
  }

  private ErrorBudgets budgets(TestDatabase kind) {
    StoreWriter opened =
        new StoreWriter(
            kind.create(folder),
            new RetentionLimits(
                Duration.ofDays(90), Duration.ofDays(14), 1 << 24, Duration.ofDays(400)),
            waiting,
            () -> now,
            Stopwatch.SYSTEM);
    writer = opened;
    opened.start();
    ErrorBudgets budgets = new ErrorBudgets(opened, () -> now);
    budgets.watching(List.of(shop, lenient, none));
    budgets.refresh();
    return budgets;
  }

  private void finished(Run run) {
    recorder.finished(run);
  }

  private String id() {
    return "run-" + runs++;
  }

  private static Run requested(Run run) {
    RunInfo info = run.info();
    return Run.of(
        new RunInfo(info.id(), info.probe(), info.location(), Trigger.REQUEST, info.startedAt()),
        run.duration(),
        run.findings(),
        run.users());
  }
}
