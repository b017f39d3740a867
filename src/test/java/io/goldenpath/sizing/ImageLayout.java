package io.goldenpath.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.GoldenPathMonitor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The monitor as the image has it: in a jar, with an AOT cache that was made by a short life with
 * the demo. Most of what is known of classes then lies in the cache's file.
 *
 * @param classPath What the cache was made for.
 */
record ImageLayout(String classPath, Path cache) {

  private static final Duration TRAINING = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Options of the JVM that runs it. */
  List<String> options() {
    return Stream.concat(
            ImageOptions.read().stream(), Stream.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"))
        .toList();
  }

  static ImageLayout make(Path folder) throws IOException, InterruptedException {
    String classPath = classPath(folder.resolve("monitor.jar"));
    Path cache = folder.resolve("monitor.aot");
    Process training = train(folder, classPath, cache);
    try {
      Path log = folder.resolve("training.log");
      await()
          .atMost(LONGEST)
          .failFast("it ended", () -> !training.isAlive())
          .until(() -> Files.readString(log).contains("status page"));
      TimeUnit.NANOSECONDS.sleep(TRAINING.toNanos());
      training.destroy();
      assertThat(training.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(cache).as(Files.readString(log)).isNotEmptyFile();
    } finally {
      training.destroyForcibly();
    }
    return new ImageLayout(classPath, cache);
  }

  private static Process train(Path folder, String classPath, Path cache) throws IOException {
    List<String> line =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                ImageOptions.read().stream(),
                Stream.of("-XX:AOTCacheOutput=" + cache, "-cp", classPath),
                Stream.of(GoldenPathMonitor.class.getName(), "--server.port=0"))
            .flatMap(words -> words)
            .toList();
    return new ProcessBuilder(line)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("training.log").toFile())
        .start();
  }

  /** A cache is made for jars alone: ours are put into one, and those of the tests left out. */
  private static String classPath(Path jar) throws IOException {
    List<Path> entries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Path classes =
        entries.stream()
            .filter(entry -> Files.exists(entry.resolve("application.yaml")))
            .filter(entry -> Files.exists(entry.resolve("io/goldenpath/GoldenPathMonitor.class")))
            .findFirst()
            .orElseThrow();
    pack(classes, jar);
    return Stream.concat(Stream.of(jar), entries.stream().filter(Files::isRegularFile))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> !file.equals(folder)).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (Files.isDirectory(file)) {
          // what Spring scans for components
          out.putNextEntry(new ZipEntry(name + "/"));
        } else {
          out.putNextEntry(new ZipEntry(name));
          Files.copy(file, out);
        }
        out.closeEntry();
      }
    }
  }
}
