package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.wire.TestSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service with several targets, whose history's database goes away and comes back. */
final class MonitorUnderLoad implements AutoCloseable {

  private static final int TARGETS = TestSize.of(4, 20);
  private static final Duration AWAY = Duration.ofSeconds(TestSize.of(3, 60));

  private static final Duration SOON = Duration.ofSeconds(1);

  /** Of a hundred answers: a machine that builds something else meanwhile is slower. */
  private static final long MOST_LATE = TestSize.of(100, 5);

  private static final Duration AT_LAST = Duration.ofMinutes(1);
  private static final List<String> PATHS =
      List.of("/", "/actuator/prometheus", "/actuator/health", "/api/runs", "/api/targets");
  private static final String HISTORY = "/components/history";

  private final DatabaseAddress address;
  private final DemoPlatform demo = DemoPlatform.start(0);
  private final LiveMonitor monitor;
  private final List<Duration> answers = new ArrayList<>();

  private MonitorUnderLoad(Path folder, DatabaseAddress address, String[] arguments)
      throws IOException {
    this.address = address;
    this.monitor =
        LiveMonitor.start(
            Stream.concat(
                    Stream.of("--spring.config.import=file:" + targets(folder, demo.port())),
                    Stream.of(arguments))
                .toArray(String[]::new));
  }

  /** Returns once runs have been stored, and pages been shown for the first time. */
  static MonitorUnderLoad start(Path folder, DatabaseAddress address, String... arguments)
      throws IOException, InterruptedException {
    MonitorUnderLoad started = new MonitorUnderLoad(folder, address, arguments);
    await().atMost(AT_LAST).until(() -> started.available() && started.ended() > 0);
    for (String path : PATHS) {
      started.monitor.get(path);
    }
    return started;
  }

  /** Runs, scrape and pages go on while the database is away, and it is told. */
  void goesOnWithoutIt(String why) throws Exception {
    await().atMost(AT_LAST).until(() -> !available());
    long before = ended();
    long end = System.nanoTime() + AWAY.toNanos();
    while (System.nanoTime() < end) {
      ask();
    }
    answeredSoon();
    await().atMost(AT_LAST).until(() -> ended() > before);
    assertThat(monitor.json("/actuator/health").at(HISTORY + "/status").asString())
        .isEqualTo("DEGRADED");
    await()
        .atMost(AT_LAST)
        .untilAsserted(() ->
            assertThat(monitor.json("/actuator/health").at(HISTORY + "/details/why").asString())
                .contains(why));
    assertThat(monitor.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(monitor.sample("goldenpath_history_waiting{location=\"local\"}")).isPositive();
  }

  /** Once it is back, each run is there, and none was skipped. */
  void missesNothingAfterwards() throws Exception {
    await().atMost(AT_LAST).until(this::available);
    await().atMost(AT_LAST).untilAsserted(() -> assertThat(stored()).isEqualTo(ended()));
    assertThat(total("goldenpath_runs_skipped_total")).isZero();
    assertThat(total("goldenpath_history_dropped_total")).isZero();
  }

  @Override
  public void close() {
    monitor.close();
    demo.close();
  }

  private void ask() throws Exception {
    for (String path : PATHS) {
      long asked = System.nanoTime();
      assertThat(monitor.get(path).statusCode()).as(path).isEqualTo(200);
      answers.add(Duration.ofNanos(System.nanoTime() - asked));
    }
  }

  private void answeredSoon() {
    long late = answers.stream().filter(answer -> answer.compareTo(SOON) > 0).count();
    System.out.printf(
        "%d answers without the database, %d of them after a second, the last after %d ms%n",
        answers.size(), late, Collections.max(answers).toMillis());
    assertThat(late * 100).as("late answers").isLessThanOrEqualTo(MOST_LATE * answers.size());
  }

  private boolean available() throws Exception {
    return monitor.sample("goldenpath_history_available{location=\"local\"}") == 1;
  }

  private long ended() throws Exception {
    return total("goldenpath_runs_total");
  }

  private long total(String series) throws Exception {
    return monitor
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(series + "{"))
        .mapToLong(line -> Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ')))))
        .sum();
  }

  private long stored() {
    return JdbcClient.create(
            new DriverManagerDataSource(
                address.url(), address.username(), address.password().reveal()))
        .sql("SELECT COUNT(*) FROM goldenpath.runs")
        .query(Long.class)
        .single();
  }

  private static Path targets(Path folder, int port) throws IOException {
    StringBuilder yaml = new StringBuilder("goldenpath:\n  targets:\n");
    for (int i = 1; i <= TARGETS; i++) {
      yaml.append(
          """
              target-%d:
                login: { type: none }
                socket: { url: "ws://127.0.0.1:%d/demo/guest/ws" }
                manners: { connects: 60 }
                journeys: { golden-path: { every: 5s } }
          """
              .formatted(i, port));
    }
    return Files.writeString(folder.resolve("targets.yaml"), yaml);
  }
}
