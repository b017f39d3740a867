package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins that fail for longer than their budget lasts, and what is told meanwhile. */
class SkippedRunsIT {

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final String NEXT = "next try at \\d\\d:\\d\\d UTC";

  @TempDir private Path folder;
  private HttpServer login;
  private LiveMonitor monitor;

  @BeforeEach
  void start() throws IOException {
    login = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    login.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "600");
          byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(503, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    login.start();
    Path file =
        Files.writeString(
            folder.resolve("targets.yaml"),
            "goldenpath:\n  targets:\n"
                + target("unreachable", closedPort())
                + target("overloaded", login.getAddress().getPort()));
    monitor = LiveMonitor.start("--spring.config.import=file:" + file);
  }

  @AfterEach
  void stop() {
    monitor.close();
    login.stop(0);
  }

  @Test
  void spendNoBudgetOnALoginThatNeverReachesItsServer() throws Exception {
    await().atMost(SOON).untilAsserted(() -> assertThat(failed("unreachable")).isGreaterThan(5));

    assertThat(skipped("unreachable", "budget")).isZero();
    assertThat(skipped("unreachable", "backing_off")).isZero();
    assertThat(monitor.json("/actuator/health/targets/unreachable/golden-path").path("status"))
        .hasToString("\"DOWN\"");
  }

  @Test
  void leaveTheVerdictDownAndSayWhenTheNextIsTried() throws Exception {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(skipped("overloaded", "backing_off")).isGreaterThan(5));

    assertThat(failed("overloaded")).isOne();
    assertThat(monitor.get("/actuator/health/targets/overloaded/golden-path").statusCode())
        .isEqualTo(503);
    assertThat(monitor.get("/actuator/health/targets/overloaded/golden-path").body())
        .contains("\"status\":\"DOWN\"")
        .containsPattern("\"skipped\":\"[^\"]*Retry-After[^\"]*" + NEXT);
    assertThat(monitor.get("/").body()).containsPattern("<p class=\"why\"[^>]*>[^<]*" + NEXT);
    assertThat(monitor.get("/api/targets").body())
        .containsPattern("\"skipped\":\"[^\"]*backing_off[^\"]*" + NEXT);
  }

  private double failed(String target) throws Exception {
    return monitor.sample(series("goldenpath_runs_total", target, "outcome=\"failed\","));
  }

  private double skipped(String target, String reason) throws Exception {
    return monitor.sample(
        series("goldenpath_runs_skipped_total", target, "reason=\"" + reason + "\","));
  }

  /** Labels stand in the order of the alphabet. */
  private static String series(String name, String target, String other) {
    String labels = "journey=\"golden-path\",location=\"local\",";
    return name + "{" + labels + other + "target=\"" + target + "\"}";
  }

  private static String target(String name, int port) {
    return """
        %s:
          login: { type: password, url: "http://127.0.0.1:%d/login" }
          socket: { url: "ws://127.0.0.1:%d/ws" }
          manners: { connects: 60 }
          verdict: { fail: 1 of 1, recover: 1 }
          journeys: { golden-path: { every: 2s, timeout: 2s } }
          users: [ { email: probe@example.com, password: "a-word" } ]
    """
        .formatted(name, port, port);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
