package io.goldenpath.history.recording;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.RunFilter;
import io.goldenpath.history.store.TestDatabase;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A monitor that is older than the one that used the database last. */
class NewerDatabaseIT {

  private static final RetentionLimits LIMITS =
      new RetentionLimits(Duration.ofDays(14), Duration.ofDays(14), 1 << 19, Duration.ofDays(400));

  @TempDir private Path folder;
  private final WaitingRuns waiting = new WaitingRuns(1000, Long.MAX_VALUE);

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2_FILE", "POSTGRESQL"})
  void isLeftAloneAndSaidInASentence(TestDatabase kind) {
    DatabaseAddress address = kind.create(folder);
    try (StoreWriter writer = writer(address)) {
      add("a");
      writer.runOnce();
    }
    migrateBeyond(address);

    try (StoreWriter writer = writer(address)) {
      add("b");
      writer.runOnce();

      assertThat(writer.status().problem())
          .isEqualTo(
              "a newer monitor has changed its tables (to version 99); start that one again, or go"
                  + " back to a backup from before");
      assertThat(waiting.size()).as("runs that wait").isEqualTo(1);
    }
    sql(address).execute("DELETE FROM goldenpath.\"flyway_schema_history\" WHERE version = '99'");
    try (StoreWriter writer = writer(address)) {
      writer.runOnce();

      assertThat(writer.store().orElseThrow().runs(new RunFilter(null, null, null, 100)))
          .extracting(Run::id)
          .containsExactlyInAnyOrder("a", "b");
    }
  }

  private static void migrateBeyond(DatabaseAddress address) {
    sql(address)
        .execute(
            """
            INSERT INTO goldenpath."flyway_schema_history" (installed_rank, version, description, \
            type, script, checksum, installed_by, execution_time, success) \
            VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'a newer monitor', 1, true)\
            """);
  }

  private static JdbcTemplate sql(DatabaseAddress address) {
    return new JdbcTemplate(
        new DriverManagerDataSource(
            address.url(), address.username(), address.password().reveal()));
  }

  private StoreWriter writer(DatabaseAddress address) {
    return new StoreWriter(address, LIMITS, waiting, () -> NOON, () -> 0);
  }

  private void add(String id) {
    waiting.add(RunEntry.withFrames(SampleRuns.passed(SampleRuns.probe("demo"), id, NOON)));
  }
}
