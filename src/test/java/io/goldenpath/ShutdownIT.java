package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.demo.platform.DemoLog;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoActivity.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, told to stop while it is in the middle of a run. */
class ShutdownIT {

  @Test
  void closesItsSocketsAndCountsNoRun(@TempDir Path folder) throws Exception {
    try (DemoPlatform demo = DemoPlatform.start(0)) {
      DemoLog activity = DemoLog.of(demo);
      demo.faults().switchOn(FirstFaults.SILENT_AFTER_MESSAGE);
      DemoAccount account = demo.accounts().number(1);
      Path log = folder.resolve("log");
      Process monitor = start(settings(folder, demo.port(), account), log);
      try {
        await()
            .atMost(Duration.ofMinutes(3))
            .until(() -> !activity.details(Kind.MESSAGE, account.email()).isEmpty());

        monitor.destroy();

        assertThat(monitor.waitFor(15, TimeUnit.SECONDS)).as("gone within 15 s").isTrue();
        await()
            .atMost(Duration.ofSeconds(15))
            .untilAsserted(() ->
                assertThat(activity.details(Kind.CLOSED, account.email())).containsExactly("1000"));
        assertThat(Files.readString(log)).contains("Watching 1 probe").doesNotContain(" is down");
      } finally {
        monitor.destroyForcibly();
      }
    }
  }

  private static Path settings(Path folder, int port, DemoAccount account) throws IOException {
    Path file = folder.resolve("application.yaml");
    Files.writeString(
        file,
        """
        goldenpath:
          targets:
            other:
              login: { type: password, url: "http://127.0.0.1:%1$d/demo/auth/login" }
              socket: { url: "ws://127.0.0.1:%1$d/demo/ws" }
              users:
                - { email: "%2$s", password: "%3$s" }
              limits: { first-event: 30s }
        """
            .formatted(port, account.email(), account.password()));
    return file;
  }

  private static Process start(Path settings, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            GoldenPathMonitor.class.getName(),
            "--server.port=0",
            "--goldenpath.data=" + settings.resolveSibling("data"),
            "--spring.config.import=file:" + settings)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
