import io.goldenpath.history.store.AggregateSpan;
import io.goldenpath.history.store.CompressedJson;
import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.history.store.SqlValues;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.schedule.RunIds;
import java.sql.ResultSetMetaData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A history of 100 probes, a hundred runs a minute up to now: one probe fails half of its runs, one
 * never, the others one in forty. Good runs keep their frames once an hour, failed ones always but
 * for those of the probe that fails so often. The first tenth is written run by run, the others are
 * its copies with ids and times of their own. 400 days of aggregates are copies as well.
 */
final class HistoryFill {

  static final int PROBES = 100;
  static final int ALWAYS_GOOD = 3;
  static final int OFTEN_FAILED = 7;
  private static final int BATCH = 2000;
  private static final int COPIES = 9;
  private static final int RUNS_PER_HOUR = 6000;

  private final RunStore store;
  private final JdbcTemplate template;
  private final Random random = new Random(42);
  private final Instant end;
  private final int written;
  private final Duration length;
  private long bytes;

  HistoryFill(RunStore store, int runs, Instant end) {
    this.store = store;
    this.template = store.template();
    this.written = runs / (COPIES + 1);
    this.length = Duration.ofMillis(600L * written);
    this.end = end;
  }

  static List<Probe> probes() {
    return IntStream.range(0, PROBES).mapToObj(i -> SampleRuns.probe("target-" + i)).toList();
  }

  void fill() {
    template.setQueryTimeout(0);
    List<Probe> probes = probes();
    List<RunEntry> first =
        probes.stream().map(probe -> RunEntry.withFrames(passed(probe, end))).toList();
    store.write(first);
    Map<String, Integer> numbers =
        template
            .queryForList("SELECT id, target FROM goldenpath.probes")
            .stream()
            .collect(
                Collectors.toMap(row -> (String) row.get("target"), row -> (Integer) row.get("id")));
    fillRuns(probes, numbers);
    for (int i = 1; i <= COPIES; i++) {
      copyRuns(i);
    }
    template.update(
        "UPDATE goldenpath.stored_bytes SET bytes = bytes + ?", bytes * (COPIES + 1));
    fillAggregates(AggregateSpan.HOUR, Duration.ofDays(400));
    fillAggregates(AggregateSpan.FIVE_MINUTES, Duration.ofDays(14));
  }

  private static Run passed(Probe probe, Instant at) {
    return SampleRuns.passed(probe, RunIds.at(at), at);
  }

  private void fillRuns(List<Probe> probes, Map<String, Integer> numbers) {
    long begin = System.nanoTime();
    for (int from = 0; from < written; from += BATCH) {
      List<Object[]> rows = new ArrayList<>();
      List<Object[]> frames = new ArrayList<>();
      for (int i = from; i < Math.min(written, from + BATCH); i++) {
        Run run = run(probes.get(i % PROBES), i);
        RunEntry entry =
            keepsFrames(run, i) ? RunEntry.withFrames(run) : RunEntry.withoutFrames(run);
        rows.add(row(entry, numbers.get(run.probe().target())));
        CompressedJson kept = entry.frames();
        if (kept != null) {
          frames.add(new Object[] {run.id(), 0, kept.parts().getFirst()});
        }
        bytes += 500 + entry.size();
      }
      store.transactions().executeWithoutResult(_ -> insert(rows, frames));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf("%,d runs in %.0f s, %.0f runs/s%n", written, seconds, written / seconds);
  }

  private Instant begin() {
    return end.minus(length.multipliedBy(COPIES + 1));
  }

  /** An hour at a time; the ids of a copy come after all of those before it. */
  private void copyRuns(int copy) {
    String prefix = String.valueOf((char) ('p' + copy));
    Instant last = begin().plus(length);
    for (Instant from = begin(); from.isBefore(last); from = from.plus(Duration.ofHours(1))) {
      Object[] times = {
        prefix,
        length.multipliedBy(copy).toMillis() / 1000.0,
        SqlValues.time(from),
        SqlValues.time(from.plus(Duration.ofHours(1)).isBefore(last) ? from.plus(Duration.ofHours(1)) : last)
      };
      store
          .transactions()
          .executeWithoutResult(_ -> {
            template.update(
                """
                INSERT INTO goldenpath.runs (id, probe, location, trigger, started_at, outcome,
                  duration_seconds, cause, details)
                SELECT CAST(? AS VARCHAR) || id, probe, location, trigger,
                  started_at + CAST(? AS DOUBLE PRECISION) * INTERVAL '1' SECOND,
                  outcome, duration_seconds, cause, details
                FROM goldenpath.runs WHERE started_at >= ? AND started_at < ?
                """,
                times);
            template.update(
                """
                INSERT INTO goldenpath.transcripts (run, part, frames)
                SELECT CAST(? AS VARCHAR) || run, part, frames
                FROM goldenpath.runs JOIN goldenpath.transcripts ON run = id
                WHERE started_at >= ? AND started_at < ?
                """,
                times[0],
                times[2],
                times[3]);
          });
    }
  }

  private void insert(List<Object[]> rows, List<Object[]> frames) {
    template.batchUpdate(
        """
        INSERT INTO goldenpath.runs (id, probe, location, trigger, started_at, outcome,
          duration_seconds, cause, details) VALUES (?, ?, 'local', 'schedule', ?, ?, 1.8, ?, ?)
        """,
        rows);
    template.batchUpdate(
        "INSERT INTO goldenpath.transcripts (run, part, frames) VALUES (?, ?, ?)", frames);
  }

  private Run run(Probe probe, int number) {
    Instant at = begin().plus(Duration.ofMillis(600L * number));
    String id = RunIds.at(at);
    double chance = random.nextDouble();
    int of = number % PROBES;
    if (of != ALWAYS_GOOD && chance < (of == OFTEN_FAILED ? 0.5 : 0.025)) {
      return SampleRuns.missing(probe, id, at);
    }
    if (of != ALWAYS_GOOD && chance > 0.99) {
      return chance > 0.997 ? SampleRuns.broken(probe, id, at) : SampleRuns.late(probe, id, at);
    }
    return SampleRuns.passed(probe, id, at);
  }

  private static boolean keepsFrames(Run run, int number) {
    return number % RUNS_PER_HOUR < PROBES
        || run.outcome() != Outcome.PASSED && number % PROBES != OFTEN_FAILED;
  }

  private static Object[] row(RunEntry entry, int probe) {
    Run run = entry.run();
    return new Object[] {
      run.id(),
      probe,
      SqlValues.time(run.info().startedAt()),
      run.outcome().label(),
      run.reason().map(finding -> finding.kind().label()).orElse(null),
      entry.details().parts().getFirst()
    };
  }

  /** Each window as the first run's, for all probes. */
  private void fillAggregates(AggregateSpan span, Duration since) {
    String columns = String.join(", ", columns());
    String copy =
        """
        INSERT INTO goldenpath.aggregates (probe, span_seconds, starts_at, %s)
        SELECT probe, span_seconds, CAST(? AS TIMESTAMP(6) WITH TIME ZONE), %s
        FROM goldenpath.aggregates WHERE span_seconds = ? AND starts_at = ?
        """
            .formatted(columns, columns);
    Instant last = span.windowOf(end);
    for (Instant at = last.minus(since); at.isBefore(last); at = at.plus(span.length())) {
      template.update(
          copy, SqlValues.time(at), span.length().toSeconds(), SqlValues.time(last));
    }
  }

  private List<String> columns() {
    return template
        .query(
            "SELECT * FROM goldenpath.aggregates WHERE FALSE",
            rows -> {
              ResultSetMetaData columns = rows.getMetaData();
              List<String> names = new ArrayList<>();
              for (int i = 4; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnName(i));
              }
              return names;
            });
  }
}
