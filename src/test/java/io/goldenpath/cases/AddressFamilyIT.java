package io.goldenpath.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.GoldenPathMonitor;
import io.goldenpath.wire.TestSize;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JVM's own properties for address families, which the service and its commands bear. */
class AddressFamilyIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  static Stream<String> ipv6() {
    return Stream.of("java.net.preferIPv6Addresses=true", "java.net.preferIPv6Addresses=system")
        .limit(TestSize.of(1, 2));
  }

  static Stream<String> any() {
    return Stream.of("java.net.preferIPv4Stack=true", "java.net.preferIPv6Addresses=true")
        .limit(TestSize.of(1, 2));
  }

  @ParameterizedTest
  @MethodSource("ipv6")
  void watchesATargetThatHasOnlyIpv6(String property) throws Exception {
    try (CasePlatform platform = platform()) {
      Process service = start(property, "run", "--server.port=0", settings(platform));
      try {
        await()
            .atMost(LIMIT)
            .untilAsserted(() -> assertThat(log()).contains("it/golden-path is up"));
      } finally {
        service.destroyForcibly().waitFor();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("any")
  void checksTheDemo(String property) throws Exception {
    Process check = start(property, "check", "demo");

    assertThat(check.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(check.exitValue()).as(log()).isZero();
    assertThat(log()).contains("demo/golden-path  PASSED");
  }

  @Test
  void saysThatTheJvmSpeaksOnlyIpv4() throws Exception {
    try (CasePlatform platform = platform()) {
      Process check = start("java.net.preferIPv4Stack=true", "check", "it", settings(platform));

      assertThat(check.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(check.exitValue()).as(log()).isEqualTo(1);
      assertThat(log().replaceAll("\\s+", " "))
          .contains("this JVM speaks IPv4 alone (java.net.preferIPv4Stack)");
    }
  }

  private static CasePlatform platform() throws IOException {
    return CasePlatform.start(
        PlatformBehaviour.GOOD, new ServerSocket(0, 50, InetAddress.ofLiteral("::1")));
  }

  private String settings(CasePlatform platform) throws IOException {
    Path file = folder.resolve("it.yaml");
    Files.writeString(
        file,
        """
        goldenpath:
          targets:
            it:
              login: { type: password, url: "http://[::1]:%1$d/auth/login" }
              socket: { url: "ws://[::1]:%1$d/ws" }
              users: [ { email: probe-a@example.com, password: pass-of-probe-a } ]
        """
            .formatted(platform.port()));
    return "--spring.config.import=file:" + file;
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private Process start(String property, String... arguments) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-D" + property,
                    "-cp",
                    System.getProperty("java.class.path"),
                    GoldenPathMonitor.class.getName()),
                Stream.of(arguments))
            .toList();
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }
}
