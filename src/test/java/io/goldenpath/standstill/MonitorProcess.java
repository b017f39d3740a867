package io.goldenpath.standstill;

import static org.awaitility.Awaitility.await;

import io.goldenpath.GoldenPathMonitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole monitor in a process of its own, cold, on a free port. */
public final class MonitorProcess implements AutoCloseable {

  private static final Pattern STARTED = Pattern.compile("status page: http://localhost:(\\d+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Process process;
  private final Path log;
  private final String base;

  private MonitorProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    String port = await().atMost(START).until(() -> STARTED.matcher(log()), Matcher::find).group(1);
    this.base = "http://127.0.0.1:" + port;
  }

  /** Begins the command with these words, and takes these options of the JVM. */
  public static MonitorProcess start(
      Path directory, List<String> before, List<String> options, String settings)
      throws IOException {
    return start(directory, before, options, System.getProperty("java.class.path"), settings);
  }

  /** Takes another class path than that of the tests. */
  public static MonitorProcess start(
      Path directory, List<String> before, List<String> options, String classPath, String settings)
      throws IOException {
    Path file = Files.writeString(directory.resolve("application.yaml"), settings);
    Path log = directory.resolve("monitor.log");
    List<String> line = new ArrayList<>(before);
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(
        List.of(
            "-cp",
            classPath,
            GoldenPathMonitor.class.getName(),
            "--server.port=0",
            "--spring.config.import=file:" + file));
    Process process =
        new ProcessBuilder(line)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new MonitorProcess(process, log);
  }

  public String log() throws IOException {
    return Files.readString(log);
  }

  /** Sums of the samples of this series above zero, by these labels. */
  public Map<String, Double> sums(String series, String... labels) throws Exception {
    Map<String, Double> sums = new TreeMap<>();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/actuator/prometheus")).timeout(TIMEOUT).build();
    http.send(request, HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(series + "{"))
        .forEach(line -> {
          double value = Double.parseDouble(line.substring(line.lastIndexOf(' ')));
          if (value > 0) {
            sums.merge(key(line, labels), value, Double::sum);
          }
        });
    return sums;
  }

  private static String key(String line, String... labels) {
    Map<String, String> found = new TreeMap<>();
    Matcher label = LABEL.matcher(line);
    while (label.find()) {
      found.put(label.group(1), label.group(2));
    }
    List<String> values = new ArrayList<>();
    for (String name : labels) {
      values.add(found.getOrDefault(name, ""));
    }
    return String.join(" ", values);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    http.close();
  }
}
