import io.goldenpath.metrics.RegistryWithoutMax;
import io.goldenpath.metrics.RunMeters;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.settings.keys.MetricsProperties.Detail;
import io.goldenpath.settings.service.HistogramBuckets;
import io.goldenpath.settings.service.MetricsSettings;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Cost of the series of PROBES probes with RUNS runs each: Scrape [PROBES] [RUNS] [lean|full]. */
final class Scrape {

  private static final int ROUNDS = 15;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(
          PrometheusConfig.DEFAULT, new RegistryWithoutMax(), Clock.SYSTEM);
  private final VerdictBoard board = new VerdictBoard(() -> SampleRuns.NOON, List.of());
  private final RunMeters meters;

  private Scrape(Detail detail) {
    meters =
        new RunMeters(
            registry, board, "local", new MetricsSettings(detail, HistogramBuckets.USUAL));
  }

  public static void main(String[] args) throws IOException {
    int probes = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    Detail detail = args.length > 2 && args[2].equals("full") ? Detail.FULL : Detail.LEAN;
    new Scrape(detail).measure(probes, runs);
  }

  private void measure(int count, int runs) throws IOException {
    List<Probe> probes =
        IntStream.range(0, count).mapToObj(i -> SampleRuns.probe("target-%04d".formatted(i))).toList();
    long before = heap();
    board.watching(probes);
    meters.watching(probes);
    IntStream.range(0, runs).forEach(round -> print(round, cpu(probes, round)));
    System.out.printf("heap: %,d KiB a probe%n", (heap() - before) / 1024 / count);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    registry.scrape(text);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      text.writeTo(out);
    }
    long series = text.toString().lines().filter(line -> !line.startsWith("#")).count();
    System.out.printf(
        "%,d series, %.1f a probe; %.1f MB, gzip %.2f MB%n",
        series, (double) series / count, text.size() / 1e6, zipped.size() / 1e6);
    print("scrape", () -> registry.scrape(OutputStream.nullOutputStream()));
    print(
        "scrape, compressed",
        () -> {
          try (OutputStream out = new GZIPOutputStream(OutputStream.nullOutputStream())) {
            registry.scrape(out);
          }
        });
  }

  /** Something that is measured. */
  private interface Work {

    void run() throws IOException;
  }

  private static void print(String what, Work work) throws IOException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      work.run();
      times.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
    }
    times.subList(0, ROUNDS / 3).clear();
    times.sort(null);
    System.out.printf(
        "%s: %.0f ms of CPU in the median of %d, %.0f to %.0f%n",
        what, times.get(times.size() / 2), times.size(), times.getFirst(), times.getLast());
  }

  /** Microseconds of CPU for each run. */
  private double cpu(List<Probe> probes, int round) {
    List<Run> runs =
        probes.stream()
            .map(
                probe ->
                    round % 10 == 9
                        ? SampleRuns.missing(probe, "run-" + round, SampleRuns.NOON)
                        : SampleRuns.passed(probe, "run-" + round, SampleRuns.NOON))
            .toList();
    runs.forEach(board::finished);
    long start = THREADS.getCurrentThreadCpuTime();
    for (Run run : runs) {
      meters.started(run.info(), Duration.ofMillis(3));
      meters.finished(run);
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / runs.size();
  }

  private static void print(int round, double micros) {
    if (round % 5 == 4) {
      System.out.printf("round %d: %.1f µs of CPU a run%n", round + 1, micros);
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
