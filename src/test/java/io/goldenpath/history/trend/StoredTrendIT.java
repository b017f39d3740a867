package io.goldenpath.history.trend;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.Aggregate;
import io.goldenpath.history.store.OutcomeCounts;
import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.history.store.TestDatabase;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a chart draws of one probe, from either database. */
@ParameterizedClass
@EnumSource(names = {"H2_FILE", "POSTGRESQL"})
class StoredTrendIT {

  @TempDir Path folder;

  private final TestDatabase kind;
  private final Probe staging = SampleRuns.probe("staging");
  private final Probe production = SampleRuns.probe("production");

  @SuppressWarnings("NullAway.Init")
  private RunStore store;

  StoredTrendIT(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    store = RunStore.open(kind.create(folder));
    write(
        SampleRuns.passed(staging, "long-ago", NOON.minus(Duration.ofDays(3))),
        SampleRuns.passed(staging, "morning", NOON.minus(Duration.ofHours(5))),
        SampleRuns.passed(production, "other", NOON.minusSeconds(20)),
        SampleRuns.missing(staging, "first", NOON.minusSeconds(90)),
        SampleRuns.passed(staging, "second", NOON.minusSeconds(80)),
        SampleRuns.passed(staging, "last", NOON));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void takesTheLastRunOfEachTimeAndJumpsOverTimesWithoutOne() {
    assertThat(read(TrendRange.DAY).samples())
        .extracting(Run::id)
        .containsExactly("last", "second", "morning");
    assertThat(read(TrendRange.HOUR).samples())
        .extracting(Run::id)
        .containsExactly("last", "second");
  }

  @Test
  void countsAllRunsOfEachStretch() {
    assertThat(read(TrendRange.DAY).stretches().get(NOON.minus(Duration.ofMinutes(15))))
        .extracting(Aggregate::runs)
        .isEqualTo(new OutcomeCounts(1, 0, 1, 0));
    assertThat(read(TrendRange.QUARTER).stretches()).hasSize(2);
  }

  @Test
  void readsNoMoreRunsThanAChartHasRoomFor() {
    write(
        Stream.iterate(1, i -> i < 300, i -> i + 1)
            .map(i -> SampleRuns.passed(staging, "many-" + i, NOON.minusSeconds(i * 10L)))
            .toArray(Run[]::new));

    assertThat(read(TrendRange.HOUR).samples())
        .hasSizeBetween(99, TrendRange.MOST_SAMPLES + 1)
        .isSortedAccordingTo((a, b) -> b.info().startedAt().compareTo(a.info().startedAt()));
  }

  private StoredTrend read(TrendRange range) {
    Instant from = NOON.minus(range.length());
    return StoredTrend.read(store, staging.id(), range, from, NOON);
  }

  private void write(Run... runs) {
    store.write(List.of(runs).stream().map(RunEntry::withoutFrames).toList());
  }
}
