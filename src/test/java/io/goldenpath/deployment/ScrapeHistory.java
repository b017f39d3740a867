package io.goldenpath.deployment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scrapes of times that have passed, for a Prometheus that was not there. */
final class ScrapeHistory implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Path folder;
  private final Path text;
  private final BufferedWriter writer;

  ScrapeHistory(Path folder) throws IOException {
    this.folder = folder;
    this.text = folder.resolve("scrapes");
    this.writer = Files.newBufferedWriter(text);
  }

  /**
   * Takes what a monitor told, and what Prometheus adds of its own.
   *
   * @param labels Those of the scrape: job, instance and the like.
   */
  void add(Instant at, Map<String, String> labels, String scraped) throws IOException {
    String more = text(labels);
    long samples = 0;
    for (String line : scraped.lines().filter(line -> !line.startsWith("#")).toList()) {
      int value = line.lastIndexOf(' ');
      int end = line.lastIndexOf('}', value);
      String series = end < 0 ? line.substring(0, value) + "{" : line.substring(0, end) + ",";
      writer.write(series + more + "}" + line.substring(value) + " " + at.getEpochSecond() + "\n");
      samples++;
    }
    add(at, "up", more, "1");
    add(at, "scrape_duration_seconds", more, "0.04");
    add(at, "scrape_samples_scraped", more, String.valueOf(samples));
  }

  /** A scrape that got no answer. The text cannot mark as stale what was there before. */
  void missed(Instant at, Map<String, String> labels) throws IOException {
    add(at, "up", text(labels), "0");
    add(at, "scrape_duration_seconds", text(labels), "10");
    add(at, "scrape_samples_scraped", text(labels), "0");
  }

  /** Makes blocks of it, which are a Prometheus' data. */
  Path blocks() throws IOException, InterruptedException {
    writer.write("# EOF\n");
    writer.close();
    Path data = folder.resolve("data");
    ExternalProgram.named("promtool")
        .run(
            folder.resolve("promtool.log"),
            LIMIT,
            "tsdb",
            "create-blocks-from",
            "openmetrics",
            "--quiet",
            text.toString(),
            data.toString());
    Files.delete(text);
    return data;
  }

  /**
   * A Prometheus that has a copy of these blocks.
   *
   * @param lookback How long it takes a value for the present one.
   */
  static ServerProcess prometheus(Path blocks, String name, Duration lookback) throws IOException {
    Path home = Files.createDirectory(blocks.resolveSibling(name));
    Path data = home.resolve("data");
    try (Stream<Path> files = Files.walk(blocks)) {
      for (Path file : files.toList()) {
        Files.copy(file, data.resolve(blocks.relativize(file)));
      }
    }
    Path config = Files.writeString(home.resolve("prometheus.yaml"), "global: {}\n");
    return ServerProcess.start(
        "prometheus",
        home.resolve("prometheus.log"),
        "--config.file=" + config,
        "--query.lookback-delta=" + lookback.toSeconds() + "s",
        "--storage.tsdb.retention.time=100y",
        "--storage.tsdb.path=" + data);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private void add(Instant at, String name, String labels, String value) throws IOException {
    writer.write("%s{%s} %s %d\n".formatted(name, labels, value, at.getEpochSecond()));
  }

  private static String text(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
        .collect(Collectors.joining(","));
  }
}
