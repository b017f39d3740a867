package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the process holds of the machine.
 *
 * @param threads Names of the platform threads, but for those of the demo platform's web server,
 *     whose pool grows with what it is asked.
 * @param sockets Open sockets; 0 where the system does not tell.
 * @param heap Bytes of live objects.
 */
public record ProcessResources(List<String> threads, long sockets, long heap) {

  /** Several times what a pool keeps a thread for that has nothing to do. */
  private static final Duration RELEASED_WITHIN = Duration.ofSeconds(40);

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  /** What is held now, garbage not counted. */
  public static ProcessResources now() {
    System.gc();
    return new ProcessResources(
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> !name.startsWith("http-nio-"))
            .toList(),
        openSockets(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  /** Waits until no more is held than before, give or take the JVM's own coming and going. */
  public void awaitReleased() {
    await()
        .atMost(RELEASED_WITHIN)
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(() -> {
          ProcessResources now = now();
          assertThat(now.threadsBeyond(this)).as("new threads").hasSizeLessThanOrEqualTo(2);
          assertThat(now.sockets).as("sockets").isLessThanOrEqualTo(sockets);
          assertThat(now.heap).as("heap").isLessThan(heap + 8 * 1024 * 1024);
        });
  }

  private List<String> threadsBeyond(ProcessResources before) {
    List<String> left = new ArrayList<>(threads);
    before.threads.forEach(left::remove);
    return left;
  }

  private static long openSockets() {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(DESCRIPTORS)) {
      return all.filter(ProcessResources::isSocket).count();
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException gone) {
      return false;
    }
  }
}
