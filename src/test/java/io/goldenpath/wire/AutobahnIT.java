package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Autobahn test suite, an independent judge of WebSocket clients, judges ours. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes minutes: in profile thorough")
class AutobahnIT {

  private static final Path HOME = Path.of("target", "autobahn");
  private static final String AGENT = "golden-path-monitor";
  private static final int CASES = 517;
  private static final int MAX_MESSAGE = 32 * 1024 * 1024;
  private static final Set<String> GOOD = Set.of("OK", "INFORMATIONAL");

  /** Each explained in {@code docs/decisions.md}. */
  private static final Set<String> EXPLAINED =
      Set.of(
          "3.2", "3.3", "3.4", "4.1.3", "4.1.4", "4.1.5", "4.2.3", "4.2.4", "4.2.5", "5.15",
          "6.4.3", "6.4.4");

  @Test
  void judgesOurClientGoodInEveryCase() throws Exception {
    assumeTrue(
        install() || Boolean.parseBoolean(System.getenv("CI")),
        "the Autobahn test suite needs a Python 2.7: see src/test/autobahn/install");
    int port = freePort();
    Files.writeString(
        HOME.resolve("spec.json"),
        """
        {"url": "ws://127.0.0.1:%d", "outdir": "%s", "cases": ["*"], "exclude-cases": [],
         "exclude-agent-cases": {}}
        """
            .formatted(port, HOME.resolve("reports").toAbsolutePath()));
    Process judge =
        new ProcessBuilder(
                HOME.resolve("venv/bin/wstest").toAbsolutePath().toString(),
                "-m",
                "fuzzingserver",
                "-s",
                HOME.resolve("spec.json").toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve("wstest.log").toFile())
            .start();
    try (WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> listens(port));
      for (int i = 1; i <= CASES; i++) {
        echo(
            wire,
            URI.create("ws://127.0.0.1:%d/runCase?case=%d&agent=%s".formatted(port, i, AGENT)));
      }
      echo(wire, URI.create("ws://127.0.0.1:%d/updateReports?agent=%s".formatted(port, AGENT)));
    } finally {
      judge.destroy();
      judge.waitFor(5, TimeUnit.SECONDS);
    }

    assertThat(verdicts())
        .allSatisfy((id, verdict) -> {
          assertThat(EXPLAINED).contains(id);
          assertThat(verdict).isEqualTo("NON-STRICT, close OK");
        });
  }

  private static void echo(WireClient wire, URI url) throws InterruptedException {
    UpgradeCall call = new UpgradeCall(url, Map.of(), List.of(), MAX_MESSAGE, Route.DIRECT);
    if (!(wire.connect(call, soon()) instanceof ConnectResult.Connected(WebSocket socket, _, _))) {
      return;
    }
    for (ReceiveResult next = socket.receive(soon()); ; next = socket.receive(soon())) {
      switch (next) {
        case ReceiveResult.Text text -> socket.send(text.text(), soon());
        case ReceiveResult.Binary binary ->
            socket.send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(binary.payload())), soon());
        case ReceiveResult.Ended _, ReceiveResult.Nothing _ -> {
          socket.close(soon());
          return;
        }
      }
    }
  }

  /** Every case that the judge does not call good, with what it says of it. */
  private static Map<String, String> verdicts() throws IOException {
    JsonNode report =
        JsonMapper.shared()
            .readTree(Files.readString(HOME.resolve("reports/index.json")))
            .path(AGENT);
    assertThat(report.size()).isEqualTo(CASES);
    Map<String, String> bad = new TreeMap<>();
    report
        .properties()
        .forEach(one -> {
          String behaviour = one.getValue().path("behavior").stringValue("");
          String close = one.getValue().path("behaviorClose").stringValue("");
          if (!GOOD.contains(behaviour) || !GOOD.contains(close)) {
            bad.put(one.getKey(), behaviour + ", close " + close);
          }
        });
    return bad;
  }

  private static boolean install() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    return new ProcessBuilder("bash", "src/test/autobahn/install", HOME.toString())
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve("install.log").toFile())
            .start()
            .waitFor()
        == 0;
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(60), Stopwatch.SYSTEM);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
