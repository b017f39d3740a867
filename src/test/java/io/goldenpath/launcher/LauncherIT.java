package io.goldenpath.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged command, as somebody calls it who has unpacked it anywhere. */
class LauncherIT {

  @TempDir private Path folder;
  private PackagedCommand command;

  @BeforeEach
  void find() {
    command = PackagedCommand.built(folder);
  }

  @Test
  void takesItsCacheWhereverItLies() throws Exception {
    PackagedCommand moved = command.movedTo(folder.resolve("a folder, with spaces"));
    Files.createSymbolicLink(folder.resolve("its link"), moved.program());
    Path second = Files.createSymbolicLink(folder.resolve("golden-path"), Path.of("its link"));

    // a JVM that is told so does not start without its cache
    PackagedCommand.Result result =
        moved
            .at(second)
            .with("JDK_JAVA_OPTIONS", "-XX:AOTMode=on")
            .run("check", "demo", "--journey", "golden-path");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("demo/golden-path", "PASSED");
    assertThat(result.err().lines()).allMatch(line -> line.contains("JDK_JAVA_OPTIONS"));
  }

  @ParameterizedTest
  @CsvSource({
    "check demo --journey golden-path --fault wrong_sum, 1",
    "health http://127.0.0.1:1/, 1",
    "check nowhere, 64",
    "check demo --goldenpath.location.of=me, 78"
  })
  void endsAsItsCommandDoes(String arguments, int exitCode) throws Exception {
    PackagedCommand.Result result = command.run(arguments.split(" "));

    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
  }

  @Test
  void becomesTheJavaThatItFinds() throws Exception {
    Process demo = command.start("demo", "--port", "0");
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .failFast("it ended", () -> !demo.isAlive())
          .until(() -> command.out().contains("password"));

      assertThat(demo.info().command().orElseThrow()).endsWith("/bin/java");
      demo.destroy();
      assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(demo.exitValue()).isEqualTo(128 + 15);
    } finally {
      demo.destroyForcibly();
    }
  }

  @Test
  void goesWithoutTheCacheOnAnotherJavaAndSaysSoOnce() throws Exception {
    OtherJava newer = OtherJava.of("25.0.99", folder.resolve("jdk"));

    PackagedCommand.Result result = command.with("JAVA_HOME", newer.home().toString()).run("help");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("golden-path: starts slowly, since its AOT cache was not made by");
  }

  @Test
  void looksOnThePathWhereJavaHomeIsTooOld() throws Exception {
    OtherJava older = OtherJava.of("24.0.1", folder.resolve("old"));
    OtherJava newer = OtherJava.of("26-ea", folder.resolve("new"));

    PackagedCommand.Result result =
        command
            .with("JAVA_HOME", older.home().toString())
            .with("PATH", newer.path())
            .run("--version");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("golden-path");
    assertThat(result.err()).contains(newer.home() + "/bin/java");
  }

  @ParameterizedTest
  @CsvSource({"17.0.15", "24.0.1", "9", "1.8.0_402"})
  void refusesAnOlderJavaByItsVersion(String version) throws Exception {
    OtherJava older = OtherJava.of(version, folder.resolve("old"));

    PackagedCommand.Result result =
        command
            .with("JAVA_HOME", folder.resolve("none").toString())
            .with("PATH", older.path())
            .run("check", "demo");

    assertThat(result.exitCode()).isEqualTo(78);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualToNormalizingNewlines(
            "golden-path: Java 25 or later is needed, in JAVA_HOME or on the PATH; %s is %s\n"
                .formatted(older.home().resolve("bin/java"), version));
  }
}
