package io.goldenpath.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the image tells its JVM, and who may overrule it. */
class JvmFlagsTests {

  @Test
  void sizesTheHeapFromTheLimitOfTheContainer() throws Exception {
    try (MemoryLimit small = MemoryLimit.of(256);
        MemoryLimit usual = MemoryLimit.of(512)) {

      assertThat(flags(small.command(), Map.of())).containsPattern("MaxHeapSize += 67108864 ");
      assertThat(flags(usual.command(), Map.of())).containsPattern("MaxHeapSize += 216006656 ");
    }
  }

  @Test
  void givesWayToOptionsOfTheEnvironment() throws Exception {
    String asked = "-Xmx300m -XX:MaxDirectMemorySize=99m -XX:+UseShenandoahGC";

    assertThat(flags(List.of(), Map.of("JDK_JAVA_OPTIONS", asked)))
        .containsPattern("MaxHeapSize += 314572800 ")
        .containsPattern("MaxDirectMemorySize += 103809024 ")
        .containsPattern("UseShenandoahGC += true ")
        .containsPattern("ReservedCodeCacheSize += 67108864 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile", "pom.xml"})
  void trainsTheCacheWithTheSameOptions(Path made) throws IOException {
    assertThat(Files.readString(made)).contains("-XX:Flags=jvm.flags -XX:AOTCacheOutput=");
  }

  private static String flags(List<String> before, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(before);
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(ImageOptions.read());
    line.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
    ProcessBuilder java = new ProcessBuilder(line).redirectErrorStream(true);
    java.environment().putAll(environment);
    Process process = java.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }
}
