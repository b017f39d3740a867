package io.goldenpath;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tools of the machine that some tests need: missing on a laptop is a pity, in CI a failure. */
public final class InstalledTool {

  private InstalledTool() {}

  /** Where this tool is; the test is skipped without it, and fails where CI is true. */
  public static Path path(String name, String debianPackage) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> missing(name, debianPackage));
  }

  private static Path missing(String name, String debianPackage) {
    String what = "'%s' is not on the PATH; Debian's package is %s".formatted(name, debianPackage);
    unavailable(what);
    throw new IllegalStateException(what);
  }

  /** Skips the test, or fails it where CI is true: this is what the machine cannot do. */
  public static void unavailable(String what) {
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      fail(what);
    }
    abort(what);
  }
}
