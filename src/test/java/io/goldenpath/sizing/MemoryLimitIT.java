package io.goldenpath.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.standstill.DemoProcess;
import io.goldenpath.standstill.MonitorProcess;
import io.goldenpath.wire.TestSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The monitor with the options of the image, within the memory of a pod: the history in its file,
 * and scraped all the time. In every build it runs for 90 seconds with probes three times as often,
 * in which a heap that nothing bounds would pass the limit.
 */
class MemoryLimitIT {

  private static final List<Installation> PROMISED =
      List.of(new Installation(10, 1, 256), new Installation(100, 1, 512));

  private static final Duration WATCHED = Duration.ofSeconds(TestSize.of(90, 1200));
  private static final String EVERY = TestSize.of(20, 60) + "s";
  private static final int SECONDS_TO_SCRAPE = TestSize.of(5, 15);

  /** Of the limit: what the rest of a pod, and a burst, may take. */
  private static final double FREE = 0.15;

  /** Of the limit: in the first minute compilers and caches still grow. */
  private static final double GROWTH = TestSize.of(10, 3) / 100.0;

  @TempDir private static Path image;
  private static ImageLayout layout;

  @TempDir private Path directory;

  @BeforeAll
  static void build() throws Exception {
    layout = ImageLayout.make(image);
  }

  /** Those of the table in docs/operations.md, beside the promised ones. */
  static Stream<Installation> others() {
    return Stream.of(
        new Installation(1, 1, 256),
        new Installation(30, 1, 256),
        new Installation(300, 1, 768),
        new Installation(1, 100, 512),
        new Installation(1, 1000, 1024));
  }

  @Test
  void leavesSomeOfItsMemoryFreeAndDoesNotGrow() throws Exception {
    try (ExecutorService atOnce = Executors.newCachedThreadPool()) {
      List<Callable<MemoryUse>> watched =
          PROMISED.stream()
              .<Callable<MemoryUse>>map(installation -> () -> use(installation, WATCHED))
              .toList();
      for (Future<MemoryUse> ended : atOnce.invokeAll(watched)) {
        MemoryUse use = ended.get();
        assertThat(use.most()).isLessThan(1 - FREE);
        assertThat(use.third(3)).isLessThan(use.third(2) + GROWTH);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("others")
  @EnabledIfSystemProperty(named = "thorough", matches = "true")
  void leavesSomeFreeInOtherSizes(Installation installation) throws Exception {
    assertThat(use(installation, Duration.ofMinutes(5)).most()).isLessThan(1 - FREE);
  }

  private MemoryUse use(Installation installation, Duration time) throws Exception {
    try (DemoProcess demo = DemoProcess.start(installation.accounts());
        MemoryLimit limit = MemoryLimit.of(installation.mebibytes());
        MonitorProcess monitor =
            MonitorProcess.start(
                Files.createDirectories(directory.resolve(installation.mebibytes() + "Mi")),
                limit.command(),
                layout.options(),
                layout.classPath(),
                installation.settings(demo, EVERY))) {
      MemoryUse use = watch(monitor, limit, installation, time);
      System.out.printf(
          "%s: %s; runs %s%n", installation, use, monitor.sums("goldenpath_runs_total", "outcome"));

      assertThat(monitor.sums("goldenpath_runs_total", "outcome"))
          .as(monitor.log())
          .containsKey("passed");
      assertThat(monitor.sums("goldenpath_history_available")).isNotEmpty();
      return use;
    }
  }

  private static MemoryUse watch(
      MonitorProcess monitor, MemoryLimit limit, Installation installation, Duration time)
      throws Exception {
    MemoryUse use = new MemoryUse();
    for (int second = 0; second < time.toSeconds(); second++) {
      use.add(limit.resident() / (double) ((long) installation.mebibytes() << 20));
      if (second % SECONDS_TO_SCRAPE == 0) {
        monitor.sums("goldenpath_runs_total", "outcome");
      }
      TimeUnit.SECONDS.sleep(1);
    }
    return use;
  }
}
