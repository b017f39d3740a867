package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.wire.TestSize;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many targets as a large installation has, none of which answers. */
class ManyTargetsIT {

  private static final int MANY = 500;

  /** Half a second a target would be 250 s; a machine with ten other builds took 33. */
  private static final Duration EXTRA = Duration.ofSeconds(100);

  private static final String LATENESS = "goldenpath_schedule_lateness_seconds_bucket";

  private static final String ON_TIME = TestSize.of(10, 5) + ".0";

  @TempDir private Path directory;

  @Test
  void startsWithManyTargetsInSecondsAndBeginsEachRunOnTime() throws Exception {
    start(1, "warm").close();
    long one = System.nanoTime();
    start(1, "one").close();
    long many = System.nanoTime();
    try (LiveMonitor monitor = start(MANY, "many")) {
      long started = System.nanoTime();
      System.out.printf(
          "Started with 1 target in %d ms, with %d in %d ms%n",
          (many - one) / 1_000_000, MANY, (started - many) / 1_000_000);
      assertThat(Duration.ofNanos((started - many) - (many - one))).isLessThan(EXTRA);

      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(total(monitor, LATENESS, "+Inf")).isEqualTo(MANY));
      System.out.printf("Begun within a second: %d%n", total(monitor, LATENESS, "1.0"));
      assertThat(total(monitor, LATENESS, ON_TIME))
          .as("begun within %s s of being due", ON_TIME)
          .isEqualTo(MANY);
    }
  }

  private LiveMonitor start(int targets, String name) throws IOException {
    StringBuilder yaml =
        new StringBuilder(
            "goldenpath:\n  metrics: { buckets: { lateness: [1s, 10s] } }\n  targets:\n");
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 1; i <= targets; i++) {
        yaml.append("    target-")
            .append(i)
            .append(":\n      login: { type: none }\n")
            .append("      socket: { url: \"ws://127.0.0.1:")
            .append(socket.getLocalPort())
            .append("/ws\" }\n");
      }
    }
    Path file = Files.writeString(directory.resolve(name + ".yaml"), yaml);
    return LiveMonitor.start("--spring.config.import=file:" + file);
  }

  private static long total(LiveMonitor monitor, String series, String bound) throws Exception {
    return monitor
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(series) && line.contains("le=\"" + bound + "\""))
        .mapToLong(line -> Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ')))))
        .sum();
  }
}
