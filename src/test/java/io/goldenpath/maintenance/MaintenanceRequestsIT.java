package io.goldenpath.maintenance;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.WaitingRuns;
import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.TestDatabase;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.time.Stopwatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Maintenance that was asked for outlives the monitor's process. */
class MaintenanceRequestsIT {

  private static final RequestedMaintenance SHOP =
      new RequestedMaintenance(
          "a", "shop", null, new MaintenanceWindow(NOON, NOON.plusSeconds(3600), "patch window"));
  private static final RequestedMaintenance LAB =
      new RequestedMaintenance(
          "b",
          "lab",
          JourneyKind.ISOLATION,
          new MaintenanceWindow(NOON, NOON.plusSeconds(600), "new disk"));

  @TempDir private Path folder;

  private Instant now = NOON;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2_MEMORY")
  void survivesARestartAndEndsByItselfThen(TestDatabase kind) {
    DatabaseAddress address = kind.create(folder);
    try (Monitor before = new Monitor(address)) {
      before.open();
      before.requests.begin(SHOP);
      before.requests.begin(LAB);

      assertThat(before.requests.stored("a")).isTrue();
    }

    now = NOON.plusSeconds(60);
    try (Monitor after = new Monitor(address)) {
      after.open();
      after.requests.store();

      assertThat(after.board.requested()).containsExactly(SHOP, LAB);
      after.requests.end("a");
      assertThat(after.board.requested()).containsExactly(LAB);
    }

    now = NOON.plusSeconds(600);
    try (Monitor last = new Monitor(address)) {
      last.open();
      last.requests.store();

      assertThat(last.board.requested()).isEmpty();
    }
  }

  @Test
  void isInMemoryAloneUntilTheStoreIsBack() {
    DatabaseAddress address = TestDatabase.H2_FILE.create(folder);
    try (Monitor before = new Monitor(address)) {
      before.requests.begin(SHOP);
      before.requests.begin(LAB);
      before.requests.end("b");

      assertThat(before.board.requested()).containsExactly(SHOP);
      assertThat(before.requests.stored("a")).isFalse();

      before.open();
      before.requests.store();
      assertThat(before.requests.stored("a")).isTrue();
    }

    try (Monitor after = new Monitor(address)) {
      after.open();
      after.requests.store();

      assertThat(after.board.requested()).containsExactly(SHOP);
    }
  }

  @Test
  void ofAJourneyThatThisVersionDoesNotKnowQuietsNoOther() {
    DatabaseAddress address = TestDatabase.H2_FILE.create(folder);
    try (Monitor before = new Monitor(address)) {
      before.open();
      before.requests.begin(LAB);
      before
          .writer
          .store()
          .orElseThrow()
          .client()
          .sql("UPDATE goldenpath.maintenance SET journey = 'stroll'")
          .update();
    }

    try (Monitor after = new Monitor(address)) {
      after.open();
      after.requests.store();

      assertThat(after.board.requested()).isEmpty();
    }
  }

  /** The part of one process that concerns maintenance. */
  private final class Monitor implements AutoCloseable {

    private final MaintenanceBoard board = new MaintenanceBoard(() -> now);
    private final StoreWriter writer;
    private final MaintenanceRequests requests;

    private Monitor(DatabaseAddress address) {
      writer =
          new StoreWriter(
              address,
              new RetentionLimits(
                  Duration.ofDays(14), Duration.ofDays(14), 1 << 20, Duration.ofDays(400)),
              new WaitingRuns(1, 1),
              () -> now,
              Stopwatch.SYSTEM);
      requests = new MaintenanceRequests(board, writer, () -> now);
    }

    private void open() {
      writer.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> writer.store().isPresent());
    }

    @Override
    public void close() {
      writer.close();
    }
  }
}
