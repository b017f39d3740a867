package io.goldenpath.history.store;

import static java.util.Objects.requireNonNull;

import io.goldenpath.history.store.OutcomeCounts.ScheduledRuns;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs and aggregates of an open database. Throws Spring's exceptions where it fails. */
public final class RunStore implements AutoCloseable {

  private final HistoryDatabase database;
  private final JdbcClient client;
  private final ProbeTable probes;
  private final RunTable runs;
  private final StoredBytes bytes;
  private final Retention retention;
  private final AggregateTable aggregates;

  private RunStore(HistoryDatabase database) {
    this.database = database;
    this.client = JdbcClient.create(database.template());
    this.probes = new ProbeTable(database.template());
    this.bytes = new StoredBytes(client);
    this.runs = new RunTable(database.template(), probes, bytes);
    this.retention = new Retention(client, runs, bytes);
    this.aggregates = new AggregateTable(database.template(), probes);
  }

  /** For what others keep in the same database. */
  public JdbcClient client() {
    return client;
  }

  public static RunStore open(DatabaseAddress address) {
    return new RunStore(HistoryDatabase.open(address));
  }

  /** All or none of them; one that is stored already is not counted again. */
  public void write(List<RunEntry> entries) {
    entries.forEach(entry -> probes.numberOf(entry.run().probe()));
    database
        .transactions()
        .executeWithoutResult(_ -> {
          Set<String> stored =
              runs.stored(entries.stream().map(entry -> entry.run().id()).toList());
          List<RunEntry> fresh =
              entries.stream().filter(entry -> !stored.contains(entry.run().id())).toList();
          runs.insert(fresh);
          runs.changeFrames(entries.stream().map(RunEntry::others).toList());
          aggregates.add(AggregateSums.of(fresh));
          probes.writeVerdicts(entries);
        });
    database.flush();
  }

  /** With its frames, where they were kept. */
  public Optional<Run> find(String id) {
    return runs.find(id);
  }

  /** The run of the same probe that began next after it, without its frames. */
  public Optional<Run> next(Run run) {
    return runs.next(run.probe(), run.info().startedAt());
  }

  /** All that have ever had a run here. */
  public List<ProbeId> probes() {
    return probes.all();
  }

  /** What was believed of each probe with its last run, as it was written. */
  public Map<ProbeId, String> verdicts() {
    return probes.verdicts();
  }

  /** Newest first, without their frames. */
  public List<Run> runs(RunFilter filter) {
    return runs.runs(filter);
  }

  /** Windows of the probe that begin within this time, by their beginning. */
  public SortedMap<Instant, Aggregate> aggregates(
      ProbeId probe, AggregateSpan span, Instant from, Instant to) {
    return aggregates.find(probe, span, from, to);
  }

  /** What the schedule's runs came to in the windows that begin at this time or later. */
  public ScheduledRuns scheduled(ProbeId probe, AggregateSpan span, Instant from) {
    return aggregates.scheduled(probe, span, from);
  }

  /** What runs and transcripts take. */
  public long bytes() {
    return bytes.total();
  }

  /** Deletes some of what is too old or, beyond the size, of the oldest. */
  public RetentionStep expire(RetentionLimits limits, Instant now) {
    return requireNonNull(database.transactions().execute(_ -> retention.step(limits, now)));
  }

  /** When the oldest run that passed began; empty where none is stored. */
  public Optional<Instant> oldestGood() {
    return runs.oldestGood();
  }

  /** When the oldest run that passed and has frames began; empty where none is stored. */
  public Optional<Instant> oldestGoodFrames() {
    return runs.oldestGoodFrames();
  }

  /** For many rows of theirs at once. */
  public JdbcTemplate template() {
    return database.template();
  }

  /** For several statements of theirs. */
  public TransactionTemplate transactions() {
    return database.transactions();
  }

  /** What they have written is there after a {@code kill -9}. */
  public void flush() {
    database.flush();
  }

  @Override
  public void close() {
    database.close();
  }

  /** Closes it after a failure, and writes nothing more. */
  public void abandon() {
    database.abandon();
  }
}
