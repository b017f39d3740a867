import io.goldenpath.history.RunCriteria;
import io.goldenpath.history.RunHistory;
import io.goldenpath.history.RunSearch;
import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.WaitingRuns;
import io.goldenpath.history.store.AggregateSpan;
import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Stopwatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fills a history with so many runs of 100 probes, a hundredth of them failed, and times what pages
 * and API ask of it: StoredRuns 5000000 FOLDER for H2, StoredRuns 5000000 jdbc:postgresql://… USER
 * PASSWORD for PostgreSQL.
 */
final class StoredRuns {

  private static final int PROBES = 100;
  private static final int BATCH = 500;
  private static final int TIMES = 30;

  private final List<Probe> probes =
      IntStream.range(0, PROBES).mapToObj(i -> SampleRuns.probe("target-" + i)).toList();
  private final Instant end = Instant.now();
  private final int runs;

  private StoredRuns(int runs) {
    this.runs = runs;
  }

  public static void main(String[] arguments) throws InterruptedException {
    StoredRuns bench = new StoredRuns(Integer.parseInt(arguments[0]));
    DatabaseAddress address = address(arguments);
    try (RunStore store = RunStore.open(address)) {
      bench.fill(store);
      System.out.printf("%,d bytes by our count%n", store.bytes());
    }
    bench.ask(address);
  }

  private static DatabaseAddress address(String[] arguments) {
    return arguments[1].startsWith("jdbc:")
        ? DatabaseAddress.server(arguments[1], arguments[2], Secret.of(arguments[3]))
        : DatabaseAddress.file(Path.of(arguments[1], "history"));
  }

  private void fill(RunStore store) {
    long begin = System.nanoTime();
    for (int from = 0; from < runs; from += BATCH) {
      List<RunEntry> batch = new ArrayList<>();
      for (int i = from; i < Math.min(runs, from + BATCH); i++) {
        batch.add(RunEntry.withoutFrames(run(i)));
      }
      store.write(batch);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf("%,d runs in %.0f s, %.0f runs/s%n", runs, seconds, runs / seconds);
  }

  /** A hundred a minute. */
  private Run run(int number) {
    Probe probe = probes.get(number % PROBES);
    Instant at = end.minus(Duration.ofMillis(600L * (runs - number)));
    String id = "run-" + number;
    return number % 100 == 7
        ? SampleRuns.missing(probe, id, at)
        : SampleRuns.passed(probe, id, at);
  }

  private void ask(DatabaseAddress address) throws InterruptedException {
    RetentionLimits limits =
        new RetentionLimits(
            Duration.ofDays(400), Duration.ofDays(400), Long.MAX_VALUE, Duration.ofDays(800));
    try (StoreWriter writer =
        new StoreWriter(
            address, limits, new WaitingRuns(1, 1), InstantSource.system(), Stopwatch.SYSTEM)) {
      writer.start();
      while (!writer.status().available()) {
        Thread.sleep(10);
      }
      StoreReader reader = new StoreReader(writer, Duration.ofMinutes(1), Stopwatch.SYSTEM);
      ask(new RunSearch(new RunHistory(), reader), reader);
    }
  }

  private void ask(RunSearch search, StoreReader reader) {
    Instant middle = end.minus(Duration.ofMillis(300L * runs));
    Probe one = probes.get(3);
    time("one run", () -> search.find("run-" + runs / 2));
    time("newest 50", () -> search.newest(new RunCriteria(null, null, null, null), 50));
    time("50 before the middle", () -> search.newest(new RunCriteria(null, null, null, middle), 50));
    time("failed 50", () -> search.newest(new RunCriteria(null, null, Outcome.FAILED, null), 50));
    time(
        "one probe, 50 before the middle",
        () -> search.newest(new RunCriteria(one.target().name(), null, null, middle), 50));
    time(
        "one probe, failed 50 (it has none)",
        () ->
            search.newest(
                new RunCriteria(
                    one.target().name(), JourneyKind.GOLDEN_PATH, Outcome.FAILED, null),
                50));
    time(
        "aggregates of a probe, an hour each",
        () ->
            reader.ask(
                store ->
                    store.aggregates(
                        one.id(), AggregateSpan.HOUR, end.minus(Duration.ofDays(90)), end)));
  }

  private static void time(String what, Question question) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long begin = System.nanoTime();
      Object answer = question.ask();
      millis.add((System.nanoTime() - begin) / 1e6);
      if (answer.equals(Optional.empty())) {
        throw new IllegalStateException("no answer: " + what);
      }
    }
    millis.sort(null);
    System.out.printf(
        "%-36s median %7.1f ms, worst %7.1f ms%n", what, millis.get(TIMES / 2), millis.getLast());
  }

  private interface Question {

    Object ask();
  }
}
