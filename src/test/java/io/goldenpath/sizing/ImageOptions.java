package io.goldenpath.sizing;

import java.nio.file.Path;
import java.util.List;

/** Options that the launcher gives the JVM of the service. */
final class ImageOptions {

  private static final Path FLAGS = Path.of("src/main/dist/jvm.flags");

  private ImageOptions() {}

  /** Without those that name files which are in the image alone. */
  static List<String> read() {
    return List.of("-XX:Flags=" + FLAGS.toAbsolutePath());
  }
}
