package io.goldenpath.regression.storage;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.RunStore;
import io.goldenpath.history.store.TestDatabase;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.run.ReducedRuns;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.regression.RegressionBoard;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ParameterizedClass
@ExtendWith(OutputCaptureExtension.class)
@EnumSource(TestDatabase.class)
class RegressionStorageIT {

  private static final ReleaseMarker RELEASE =
      new ReleaseMarker("demo", "1.8.3", NOON, URI.create("https://ci.example.com/7"));

  @TempDir Path folder;

  private final TestDatabase kind;
  private final Probe demo = SampleRuns.probe("demo");
  private RunStore store;
  private Instant now = NOON;
  private long nanos;

  RegressionStorageIT(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    store = RunStore.open(kind.create(folder));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsOpenIsOpenAfterARestart() {
    Monitor before = new Monitor();
    before.storage.restore(store);
    before.runs(0, 60);
    before.board.released(new ReleaseMarker("demo", "1.8.2", NOON.minusSeconds(9), null));
    before.board.released(RELEASE);
    before.runsWithoutThinking(60, 63);
    before.storage.save(store, false);

    Monitor after = new Monitor();
    after.storage.restore(store);

    assertThat(after.state().open()).isEqualTo(before.state().open()).hasSize(1);
    assertThat(after.state().learned()).isEqualTo(before.state().learned());
    assertThat(after.board.markers()).isEqualTo(before.board.markers()).first().isEqualTo(RELEASE);
    after.runs(63, 72);
    assertThat(after.state().open()).hasSize(1);
    after.runs(72, 73);
    assertThat(after.state().open()).as("gone for ten runs").isEmpty();
  }

  @Test
  void whatHappensBeforeItIsReadComesOnTopOfIt() {
    Monitor before = new Monitor();
    before.runs(0, 40);
    before.storage.save(store, true);

    Monitor after = new Monitor();
    after.runs(40, 45);
    after.board.released(RELEASE);
    after.storage.restore(store);

    assertThat(after.state().learned()).isEqualTo(45);
    assertThat(after.board.markers()).containsExactly(RELEASE);
  }

  @Test
  void aProbeThatIsWatchedOnlyLaterIsRestoredThen() {
    Monitor before = new Monitor();
    before.runs(0, 40);
    before.storage.save(store, true);

    Monitor after = new Monitor();
    after.board.watching(List.of());
    after.storage.restore(store);
    after.board.watching(List.of(demo));

    assertThat(after.state().learned()).isEqualTo(40);
  }

  @Test
  void whatIsMerelyLearnedIsWrittenNowAndAgain() {
    Monitor before = new Monitor();
    before.runs(0, 10);
    before.storage.save(store, false);
    before.runs(10, 20);
    nanos += Duration.ofMinutes(4).toNanos();
    before.storage.save(store, false);
    assertThat(restored().learned()).isEqualTo(10);

    nanos += Duration.ofMinutes(2).toNanos();
    before.storage.save(store, false);
    assertThat(restored().learned()).isEqualTo(20);
  }

  @Test
  void whatCannotBeReadOrIsOldIsLearnedAnew() {
    Monitor before = new Monitor();
    before.runs(0, 20);
    before.storage.save(store, true);

    now = NOON.plus(Duration.ofDays(15));
    assertThat(restored().learned()).as("old").isZero();
    now = NOON;
    assertThat(restored().learned()).isEqualTo(20);
    store
        .template()
        .update("UPDATE goldenpath.baselines SET details = ?", new Object[] {new byte[] {1, 2}});
    assertThat(restored().learned()).as("damaged").isZero();
  }

  @Test
  void aBaselineThatWasResetAndLearnedNothingSinceIsNotCalledOld(CapturedOutput output) {
    Monitor before = new Monitor();
    before.runs(0, 20);
    assertThat(before.board.accept(demo.id())).isPresent();
    before.storage.save(store, true);

    assertThat(restored().learned()).isZero();
    assertThat(output).doesNotContain("learned anew");
  }

  private RegressionState restored() {
    Monitor after = new Monitor();
    after.storage.restore(store);
    return after.state();
  }

  /** What of the monitor a restart begins anew. */
  private final class Monitor {

    private RegressionState state = RegressionState.NONE;
    private final RegressionBoard board = new RegressionBoard(List.of((_, told) -> state = told));
    private final RegressionStorage storage = new RegressionStorage(board, () -> now, () -> nanos);

    private Monitor() {
      board.watching(List.of(demo));
    }

    private RegressionState state() {
      return state;
    }

    private void runs(int from, int to) {
      for (int run = from; run < to; run++) {
        board.finished(passed(run));
      }
    }

    private void runsWithoutThinking(int from, int to) {
      for (int run = from; run < to; run++) {
        board.finished(ReducedRuns.without("agent_thinking", passed(run)));
      }
    }

    private Run passed(int number) {
      return SampleRuns.passed(
          demo, "run-" + number, NOON.minus(Duration.ofHours(3)).plusSeconds(60L * number));
    }
  }
}
