package io.goldenpath.history.overview;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.OutcomeCounts;
import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.history.store.TestDatabase;
import io.goldenpath.history.store.VerdictSpan;
import io.goldenpath.history.store.VerdictTimes;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What all probes did is read in one statement, from either database. */
@ParameterizedClass
@EnumSource(names = {"H2_FILE", "POSTGRESQL"})
class ProbeOverviewsIT {

  @TempDir Path folder;

  private final TestDatabase kind;
  private final Probe staging = SampleRuns.probe("staging");
  private final Probe production = SampleRuns.probe("production");

  @SuppressWarnings("NullAway.Init")
  private RunStore store;

  ProbeOverviewsIT(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    store = RunStore.open(kind.create(folder));
    store.write(
        List.of(
            entry(SampleRuns.passed(staging, "a", NOON.minusSeconds(7200)), Verdict.UP),
            entry(SampleRuns.missing(staging, "b", NOON.minusSeconds(60)), Verdict.DOWN),
            entry(SampleRuns.late(production, "c", NOON.minusSeconds(60)), Verdict.DEGRADED)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void countsOutcomesByTheHourProbeByProbe() {
    var hours = new OverviewTable(store.client()).hours(NOON.minus(Duration.ofHours(1)));

    assertThat(hours).containsOnlyKeys(staging.id(), production.id());
    assertThat(Objects.requireNonNull(hours.get(staging.id())).hours())
        .containsExactly(Map.entry(NOON.minus(Duration.ofHours(1)), new OutcomeCounts(0, 0, 1, 0)));
    assertThat(Objects.requireNonNull(hours.get(production.id())).day().degraded())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void addsUpTheTimesOfVerdicts() {
    var times = new OverviewTable(store.client()).verdicts(NOON.minus(Duration.ofDays(30)));

    assertThat(times.get(staging.id()))
        .isEqualTo(
            new VerdictTimes(
                Duration.ofMinutes(10), Duration.ZERO, Duration.ofMinutes(10), Duration.ZERO));
    assertThat(Objects.requireNonNull(times.get(staging.id())).known())
        .isEqualTo(Duration.ofMinutes(20));
  }

  private static RunEntry entry(Run run, Verdict verdict) {
    Instant at = run.info().startedAt();
    return RunEntry.withoutFrames(run)
        .with(List.of(new VerdictSpan(verdict, at.minus(Duration.ofMinutes(10)), at)));
  }
}
