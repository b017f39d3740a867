package io.goldenpath.history.store;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.SampleRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is asked for or deleted is found by an index, in its order, however much is stored. */
@ParameterizedClass
@EnumSource(names = {"H2_FILE", "POSTGRESQL"})
class QueryPlansIT {

  private static final String LARGE = "(runs|transcripts|transcript_runs|aggregates)\\b";

  /** Of PostgreSQL: a scan, a sort, or a condition that is tried on each row. */
  private static final String SLOW =
      "(?s).*(Seq Scan on " + LARGE + "|Sort Key|Filter: [^\\n]*\\b(probe|outcome|passed) ).*";

  /** Of H2: a scan, or an order that is only in part the index's. */
  private static final String SLOW_H2 =
      "(?s).*(\"" + LARGE + "\" /\\* [a-z.]*tableScan|index sorted: ).*";

  @TempDir Path folder;

  private final TestDatabase kind;
  private final List<Probe> probes =
      IntStream.range(0, 40).mapToObj(i -> SampleRuns.probe("target-" + i)).toList();
  private final ProbeId first = probes.get(0).id();
  private final ProbeId second = probes.get(1).id();

  @SuppressWarnings("NullAway.Init")
  private HistoryDatabase database;

  @SuppressWarnings("NullAway.Init")
  private ExplainedQueries queries;

  @SuppressWarnings("NullAway.Init")
  private RunTable runs;

  @SuppressWarnings("NullAway.Init")
  private Retention retention;

  @SuppressWarnings("NullAway.Init")
  private AggregateTable aggregates;

  QueryPlansIT(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    DatabaseAddress address = address();
    write(address);
    database = HistoryDatabase.open(address);
    queries = new ExplainedQueries(requireNonNull(database.template().getDataSource()));
    JdbcClient client = JdbcClient.create(queries);
    ProbeTable numbers = new ProbeTable(new JdbcTemplate(queries));
    StoredBytes bytes = new StoredBytes(client);
    runs = new RunTable(new JdbcTemplate(queries), numbers, bytes);
    retention = new Retention(client, runs, bytes);
    aggregates = new AggregateTable(new JdbcTemplate(queries), numbers);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void listsOfRunsAreReadInTheOrderOfAnIndex() {
    for (Outcome outcome : new @Nullable Outcome[] {null, Outcome.PASSED, Outcome.FAILED}) {
      for (Cursor before : new @Nullable Cursor[] {null, new Cursor(at(300), "run-300")}) {
        list(null, outcome, before);
        list(Set.of(first), outcome, before);
        list(Set.of(first, second), outcome, before);
      }
    }

    assertSorted();
  }

  @Test
  void listsOfSeveralOutcomesAndATimeAreReadInTheOrderOfIndexes() {
    Set<Outcome> two = EnumSet.of(Outcome.FAILED, Outcome.PASSED);
    for (Cursor before : new @Nullable Cursor[] {null, new Cursor(at(300), "run-300")}) {
      runs.runs(new RunFilter(null, two, at(2), before, 10));
      runs.runs(new RunFilter(Set.of(first), two, at(2), before, 10));
      runs.runs(new RunFilter(Set.of(first, second), two, at(2), before, 10));
      runs.runs(new RunFilter(Set.of(first, second), null, at(2), before, 10));
    }

    assertSorted();
  }

  @Test
  void aRunIsFoundByItsId() {
    assertThat(runs.find("run-3")).isPresent();

    assertIndexed();
  }

  @Test
  void aggregatesAreReadByTheirProbeAndTime() {
    assertThat(aggregates.find(first, AggregateSpan.HOUR, at(0), at(48))).hasSize(2);
    assertThat(aggregates.scheduled(first, AggregateSpan.HOUR, at(0)).outcomes().passed())
        .isPositive();

    assertIndexed();
  }

  @Test
  void aggregatesAreAddedToByTheirProbesAndTime() {
    aggregates.add(
        AggregateSums.of(
            probes.stream()
                .map(probe -> RunEntry.withFrames(SampleRuns.passed(probe, "more-" + probe, at(7))))
                .toList()));

    // by either index, and the few rows of a batch are sorted
    assertThat(queries.takePlans())
        .isNotEmpty()
        .noneMatch(plan -> plan.contains("Seq Scan") || plan.contains("tableScan"));
  }

  @Test
  void theOldestIsFoundInTheOrderOfAnIndex() {
    Instant later = at(400).plus(Duration.ofDays(20));
    Duration day = Duration.ofDays(1);
    Duration never = Duration.ofDays(400);
    expire(new RetentionLimits(never, day, Long.MAX_VALUE, day), later);
    expire(new RetentionLimits(never, never, 0, never), later);

    assertThat(list(null, null, null)).isZero();
    assertIndexed();
  }

  private static Instant at(int run) {
    return NOON.plus(Duration.ofMinutes(5L * run));
  }

  private void expire(RetentionLimits limits, Instant now) {
    RetentionStep step = retention.step(limits, now);
    assertThat(step).isNotEqualTo(RetentionStep.NOTHING);
    while (step != RetentionStep.NOTHING) {
      step = retention.step(limits, now);
    }
  }

  private int list(
      @Nullable Set<ProbeId> probes, @Nullable Outcome outcome, @Nullable Cursor before) {
    return runs.runs(new RunFilter(probes, outcome, before, 10)).size();
  }

  private void assertSorted() {
    assertThat(queries.takePlans())
        .hasSizeGreaterThan(20)
        .noneMatch(this::slow)
        .filteredOn(plan -> kind == TestDatabase.H2_FILE && plan.contains("ORDER BY"))
        .allMatch(plan -> plan.contains("/* index sorted */"));
  }

  private void assertIndexed() {
    assertThat(queries.takePlans()).isNotEmpty().noneMatch(this::slow);
  }

  private boolean slow(String plan) {
    return plan.matches(kind == TestDatabase.H2_FILE ? SLOW_H2 : SLOW);
  }

  /** PostgreSQL would rather scan a table as small as this. */
  private DatabaseAddress address() {
    DatabaseAddress address = kind.create(folder);
    return kind == TestDatabase.H2_FILE
        ? address
        : DatabaseAddress.server(
            address.url() + "&options=-c%20enable_seqscan=off%20-c%20enable_bitmapscan=off",
            address.username(),
            address.password());
  }

  private void write(DatabaseAddress address) {
    try (RunStore store = RunStore.open(address)) {
      store.write(
          IntStream.range(0, 400)
              .mapToObj(i -> {
                Probe probe = probes.get(i % probes.size());
                Instant at = at(i);
                return RunEntry.withFrames(
                    i % 7 == 0
                        ? SampleRuns.missing(probe, "run-" + i, at)
                        : SampleRuns.passed(probe, "run-" + i, at));
              })
              .toList());
      store.template().execute(kind == TestDatabase.H2_FILE ? "ANALYZE" : "VACUUM ANALYZE");
    }
  }
}
