import io.goldenpath.history.RunCriteria;
import io.goldenpath.history.RunHistory;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.history.RunSearch;
import io.goldenpath.history.recording.RunRecorder;
import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.WaitingRuns;
import io.goldenpath.history.store.AggregateSpan;
import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.schedule.RunIds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills an empty history with so many runs, times what pages and API ask of it, and then writes 200
 * runs a second for a minute while retention keeps the size: StoredRuns 5000000 FOLDER for H2,
 * StoredRuns 5000000 jdbc:postgresql://… USER PASSWORD for PostgreSQL.
 */
final class StoredRuns {

  private static final int WARM_UP = 20;
  private static final int TIMES = 30;
  private static final int PER_SECOND = 200;
  private static final Duration LOAD = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofDays(800);

  private final DatabaseAddress address;
  private final List<Probe> probes = HistoryFill.probes();
  private final WaitingRuns waiting = new WaitingRuns(10_000, 32 << 20);

  private StoredRuns(DatabaseAddress address) {
    this.address = address;
  }

  public static void main(String[] arguments) throws InterruptedException {
    StoredRuns bench = new StoredRuns(address(arguments));
    long bytes = bench.fill(Integer.parseInt(arguments[0]));
    System.out.printf("%,d bytes by our count%n", bytes);
    bench.withWriter(Long.MAX_VALUE, writer -> bench.ask(writer));
    bench.withWriter(bytes, writer -> bench.load(writer, bytes));
  }

  private static DatabaseAddress address(String[] arguments) {
    return arguments[1].startsWith("jdbc:")
        ? DatabaseAddress.server(arguments[1], arguments[2], Secret.of(arguments[3]))
        : DatabaseAddress.file(Path.of(arguments[1], "history"));
  }

  private long fill(int runs) {
    long begin = System.nanoTime();
    try (RunStore store = RunStore.open(address)) {
      System.out.printf("opened in %.1f s%n", (System.nanoTime() - begin) / 1e9);
      if (store.probes().isEmpty()) {
        new HistoryFill(store, runs, Instant.now()).fill();
      }
      return store.bytes();
    }
  }

  private interface Part {

    void run(StoreWriter writer) throws InterruptedException;
  }

  private void withWriter(long size, Part part) throws InterruptedException {
    RetentionLimits limits = new RetentionLimits(LONG, LONG, size, LONG);
    try (StoreWriter writer =
        new StoreWriter(address, limits, waiting, InstantSource.system(), Stopwatch.SYSTEM)) {
      writer.start();
      while (!writer.status().available()) {
        Thread.sleep(10);
      }
      part.run(writer);
    }
  }

  private void ask(StoreWriter writer) {
    StoreReader reader = new StoreReader(writer, Duration.ofMinutes(1), Stopwatch.SYSTEM);
    RunSearch search = new RunSearch(new RunHistory(), reader);
    Instant end = newest(search, null, null, null, null, 1).getFirst().info().startedAt();
    Instant middle = end.minus(Duration.ofDays(17));
    String good = "target-" + HistoryFill.ALWAYS_GOOD;
    String bad = "target-" + HistoryFill.OFTEN_FAILED;
    JourneyKind golden = JourneyKind.GOLDEN_PATH;
    String run = newest(search, bad, golden, Outcome.FAILED, middle, 1).getFirst().id();

    time("one run", () -> search.find(run));
    time("a run that is not there", () -> List.of(search.find("mi0-0")));
    time("newest 50", () -> newest(search, null, null, null, null, 50));
    time("newest 500", () -> newest(search, null, null, null, null, 500));
    time("50 before the middle", () -> newest(search, null, null, null, middle, 50));
    time("50 failed", () -> newest(search, null, null, Outcome.FAILED, null, 50));
    time("50 broken, before the middle", () -> newest(search, null, null, Outcome.BROKEN, middle, 50));
    time("50 of a target", () -> newest(search, bad, null, null, null, 50));
    time("50 of a target, before the middle", () -> newest(search, bad, null, null, middle, 50));
    time("50 failed of a target", () -> newest(search, bad, golden, Outcome.FAILED, null, 50));
    time("50 failed of a target, before the middle", () -> newest(search, "target-9", golden, Outcome.FAILED, middle, 50));
    time("failed of a target that has none", () -> newest(search, good, golden, Outcome.FAILED, null, 50));
    time("of a target that is not there", () -> newest(search, "nowhere", null, null, null, 50));
    time("50 of a journey, 100 probes", () -> newest(search, null, golden, null, null, 50));
    time("500 of a journey, before the middle", () -> newest(search, null, golden, null, middle, 500));
    time("50 broken of a journey", () -> newest(search, null, golden, Outcome.BROKEN, null, 50));
    time("before all", () -> newest(search, null, null, null, Instant.EPOCH, 50));
    Probe one = probes.get(HistoryFill.OFTEN_FAILED);
    time(
        "aggregates of a probe, 90 days by the hour",
        () -> reader.ask(store -> store.aggregates(one.id(), AggregateSpan.HOUR, end.minus(Duration.ofDays(90)), end)));
    time(
        "error budget of 100 probes over 30 days",
        () -> reader.ask(store -> probes.stream().map(probe -> store.scheduled(probe.id(), AggregateSpan.HOUR, end.minus(Duration.ofDays(30)))).toList()));
  }

  private static List<Run> newest(
      RunSearch search, String target, JourneyKind journey, Outcome outcome, Instant before, int limit) {
    Cursor cursor = before == null ? null : new Cursor(before, "");
    return search.newest(new RunCriteria(target, journey, outcome, cursor), limit);
  }

  private void load(StoreWriter writer, long bound) throws InterruptedException {
    RunRecorder recorder = new RunRecorder(waiting, true, _ -> Optional.empty());
    StoreReader reader = new StoreReader(writer, Duration.ofMinutes(1), Stopwatch.SYSTEM);
    RunSearch search = new RunSearch(new RunHistory(), reader);
    List<Double> millis = new ArrayList<>();
    long most = 0;
    int longest = 0;
    long begin = System.nanoTime();
    for (int i = 0; i < PER_SECOND * LOAD.toSeconds(); i++) {
      Instant now = Instant.now();
      Probe probe = probes.get(i % probes.size());
      String id = RunIds.at(now);
      recorder.finished(
          i % 33 == 0 ? SampleRuns.missing(probe, "z" + id, now) : SampleRuns.passed(probe, "z" + id, now));
      longest = Math.max(longest, waiting.size());
      if (i % PER_SECOND == 0) {
        most = Math.max(most, reader.ask(RunStore::bytes).orElseThrow() - bound);
        long asked = System.nanoTime();
        newest(search, null, null, null, null, 50);
        millis.add((System.nanoTime() - asked) / 1e6);
      }
      Thread.sleep(Math.max(0, (begin + (i + 1) * 1_000_000_000L / PER_SECOND - System.nanoTime()) / 1_000_000));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    Thread.sleep(1000);
    long after = reader.ask(RunStore::bytes).orElseThrow() - bound;
    millis.sort(null);
    System.out.printf(
        "%,.0f runs/s for %.0f s: at most %,d bytes above the size, %,d a second after; at most %d"
            + " runs waited, %d were dropped; newest 50 meanwhile median %.1f ms, worst %.1f ms%n",
        PER_SECOND * LOAD.toSeconds() / seconds, seconds, most, after, longest, waiting.dropped(),
        millis.get(millis.size() / 2), millis.getLast());
  }

  private static void time(String what, Question question) {
    List<Double> millis = new ArrayList<>();
    for (int i = -WARM_UP; i < TIMES; i++) {
      long begin = System.nanoTime();
      Object answer = question.ask();
      if (answer.equals(Optional.empty())) {
        System.out.printf("%-44s no answer%n", what);
        return;
      }
      if (i >= 0) {
        millis.add((System.nanoTime() - begin) / 1e6);
      }
    }
    millis.sort(null);
    System.out.printf(
        "%-44s best %7.1f ms, median %7.1f ms, worst %7.1f ms%n",
        what, millis.getFirst(), millis.get(TIMES / 2), millis.getLast());
  }

  private interface Question {

    Object ask();
  }
}
