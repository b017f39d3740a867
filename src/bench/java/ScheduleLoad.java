import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The service itself with many probes of a cheap platform: what a run costs, how late it begins,
 * what a scrape and the memory are, and how long the JVM stands still.
 */
public final class ScheduleLoad {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process monitor;
  private final URI base;

  private ScheduleLoad(Process monitor, URI base) {
    this.monitor = monitor;
    this.base = base;
  }

  /**
   * Takes the number of probes, their interval, for how many seconds to warm up and to measure, and
   * settings of the monitor as {@code --goldenpath.…}. {@code MONITOR_OPTIONS} are of its JVM.
   */
  public static void main(String[] args) throws Exception {
    int probes = Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("schedule-load");
    try (CheapPlatform platform = CheapPlatform.start(Duration.ofMillis(900))) {
      Path settings = folder.resolve("application.yaml");
      StringBuilder yaml = new StringBuilder("goldenpath:\n  targets:\n");
      for (int i = 0; i < probes; i++) {
        yaml.append(platform.yaml("t" + i, args[1]));
      }
      Files.writeString(settings, yaml);
      Process process = start(settings, folder, Arrays.copyOfRange(args, 4, args.length));
      try {
        ScheduleLoad load =
            new ScheduleLoad(process, URI.create("http://127.0.0.1:" + port(folder) + "/"));
        load.measure(Integer.parseInt(args[2]), Integer.parseInt(args[3]), platform, folder);
      } finally {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
      }
    }
  }

  private static Process start(Path settings, Path folder, String[] more) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    String options = System.getenv().getOrDefault("MONITOR_OPTIONS", "-Xmx512m").strip();
    command.addAll(List.of(options.split(" +")));
    command.addAll(
        List.of(
            "-Xlog:gc:file=" + folder.resolve("gc.log"),
            "-cp",
            Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(":")),
            "io.goldenpath.GoldenPathMonitor",
            "--spring.config.location=optional:classpath:/,file:" + settings,
            "--goldenpath.data=" + folder.resolve("data"),
            "--server.port=0"));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("PASSWORD", "not that secret");
    return builder.start();
  }

  /** The page's address is the last thing that the log says of a start. */
  private static int port(Path folder) throws Exception {
    for (int i = 0; i < 1200; i++) {
      String log = Files.readString(folder.resolve("log"));
      int page = log.indexOf("status page: http://localhost:");
      int end = log.indexOf('\n', Math.max(page, 0));
      if (page >= 0 && end > page) {
        System.out.printf("started after %.1f s%n", i / 10.0);
        return URI.create(log.substring(page + "status page: ".length(), end).strip()).getPort();
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(Files.readString(folder.resolve("log")));
  }

  private void measure(int warming, int seconds, CheapPlatform platform, Path folder)
      throws Exception {
    Thread.sleep(Duration.ofSeconds(warming));
    String before = scrape();
    Duration worked = worked();
    Duration theirs = platform.worked();
    ThreadTimes threads = ThreadTimes.of(monitor.pid());
    double pausesBefore = pauses(folder).stream().mapToDouble(Double::doubleValue).sum();
    int pauseCount = pauses(folder).size();
    Thread.sleep(Duration.ofSeconds(seconds));
    Duration ours = worked().minus(worked);
    theirs = platform.worked().minus(theirs);
    ThreadTimes later = ThreadTimes.of(monitor.pid());
    String after = scrape();
    double runs = sum(after, "goldenpath_runs_total{") - sum(before, "goldenpath_runs_total{");
    System.out.printf(
        "%.0f runs in %d s: %.3f ms of CPU each, platform %.3f ms%n",
        runs, seconds, ours.toNanos() / 1e6 / runs, theirs.toNanos() / 1e6 / runs);
    System.out.println("of them " + later.since(threads, ours.toNanos() / 1e6, runs));
    for (String outcome : List.of("passed", "degraded", "failed", "broken")) {
      String label = "outcome=\"" + outcome + "\"";
      System.out.printf(
          "%s %.0f, ",
          outcome,
          sum(after, "goldenpath_runs_total{", label) - sum(before, "goldenpath_runs_total{", label));
    }
    System.out.printf(
        "skipped %.0f%n",
        sum(after, "goldenpath_runs_skipped_total{") - sum(before, "goldenpath_runs_skipped_total{"));
    System.out.printf(
        "lateness p50 %s, p99 %s%n",
        quantile(before, after, 0.5), quantile(before, after, 0.99));
    for (int i = 0; i < 3; i++) {
      long begin = System.nanoTime();
      int bytes = scrape().length();
      long took = System.nanoTime() - begin;
      System.out.printf(
          "scrape: %.1f MB, %d ms, %d gzip, %d series%n",
          bytes / 1e6, took / 1_000_000, zipped(), after.lines().filter(line -> !line.startsWith("#")).count());
    }
    List<Double> pauses = pauses(folder);
    System.out.printf(
        "resident %d MiB, after a full collection %s; %d pauses, %.1f ms in all, longest %.1f ms%n",
        resident() / 1024,
        live(folder),
        pauses.size() - pauseCount,
        pauses.stream().mapToDouble(Double::doubleValue).sum() - pausesBefore,
        pauses.stream().skip(pauseCount).mapToDouble(Double::doubleValue).max().orElse(0));
  }

  /** What lives on the heap, as the log tells of a collection that is asked for. */
  private String live(Path folder) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    new ProcessBuilder(jcmd.toString(), String.valueOf(monitor.pid()), "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return Files.readAllLines(folder.resolve("gc.log")).stream()
        .filter(line -> line.contains("Pause Full") && line.contains("->"))
        .reduce((_, last) -> last)
        .map(line -> line.substring(line.indexOf("->") + 2, line.lastIndexOf('(')))
        .orElse("not known");
  }

  private Duration worked() {
    return monitor.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + monitor.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private String scrape() throws IOException, InterruptedException {
    return HTTP.send(request().build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private int zipped() throws IOException, InterruptedException {
    return HTTP.send(
            request().header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .body()
        .length;
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(base.resolve("actuator/prometheus"))
        .timeout(Duration.ofMinutes(1));
  }

  private static double sum(String scrape, String... parts) {
    return scrape
        .lines()
        .filter(line -> Stream.of(parts).allMatch(line::contains) && line.startsWith(parts[0]))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** The upper bound of the bucket that holds it. */
  private static String quantile(String before, String after, double share) {
    String name = "goldenpath_schedule_lateness_seconds_bucket{";
    double all = sum(after, name, "le=\"+Inf\"") - sum(before, name, "le=\"+Inf\"");
    for (String bound :
        List.of("0.001", "0.005", "0.01", "0.05", "0.1", "0.25", "1.0", "5.0")) {
      String label = "le=\"" + bound + "\"";
      if (sum(after, name, label) - sum(before, name, label) >= share * all) {
        return "at most " + bound + " s";
      }
    }
    return "more";
  }

  private static List<Double> pauses(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("gc.log")).stream()
        .filter(line -> line.contains("Pause") && line.endsWith("ms"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1, line.length() - 2))
        .map(Double::parseDouble)
        .toList();
  }
}
