package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.cli.Commands;
import io.goldenpath.cli.ExitCode;
import io.goldenpath.wire.TestCertificates;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The monitor below a path, behind a proxy, with TLS, or with a port for its management. */
@ExtendWith(OutputCaptureExtension.class)
class ServedElsewhereIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void everythingIsBelowTheContextPath(CapturedOutput output) throws Exception {
    String path = "--server.servlet.context-path=/golden-path";
    try (LiveMonitor monitor = LiveMonitor.start(path)) {
      int port = URI.create(monitor.base()).getPort();
      await().atMost(LIMIT).until(() -> monitor.get("/golden-path/").body().contains("passed in"));

      assertThat(output).contains("status page: http://localhost:" + port + "/golden-path\n");
      assertThat(links(monitor.get("/golden-path/").body()))
          .isNotEmpty()
          .allSatisfy(link -> {
            assertThat(link).startsWith("/golden-path/");
            assertThat(monitor.get(link).statusCode()).as(link).isEqualTo(200);
          });
      assertThat(monitor.get("/golden-path/runbooks/golden-path-down.md").statusCode())
          .isEqualTo(200);
      assertThat(
              monitor
                  .json("/golden-path/actuator/health/targets/demo/golden-path")
                  .at("/details/page")
                  .asString())
          .startsWith("/golden-path/runs/");
      assertThat(healthy(path, "--server.port=" + port)).isTrue();
    }
  }

  @Test
  void linksBeginWithThePrefixThatAProxyTakesAway() throws Exception {
    try (LiveMonitor monitor = LiveMonitor.start("--server.forward-headers-strategy=framework")) {
      await().atMost(LIMIT).until(() -> monitor.get("/").body().contains("passed in"));
      String page = send(monitor.base() + "/", "X-Forwarded-Prefix", "/probes").body();

      assertThat(links(page))
          .isNotEmpty()
          .allSatisfy(link -> assertThat(link).startsWith("/probes/"));
    }
  }

  @Test
  void managementMovesToItsOwnPort() throws Exception {
    int port = freePort();
    List<String> moved =
        List.of("--management.server.port=" + port, "--management.server.base-path=/ops");
    try (LiveMonitor monitor = LiveMonitor.start(moved.toArray(String[]::new))) {
      String scrape = "http://127.0.0.1:" + port + "/ops/actuator/prometheus";

      assertThat(send(scrape, "Accept", "text/plain").statusCode()).isEqualTo(200);
      assertThat(monitor.get("/actuator/prometheus").statusCode()).isEqualTo(404);
      assertThat(monitor.get("/").statusCode()).isEqualTo(200);
      assertThat(healthy(moved.toArray(String[]::new))).isTrue();
      assertThat(send(scrape, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
          .contains("gzip");
    }
  }

  @Test
  void asksForItsHealthThroughTls(@TempDir Path folder, CapturedOutput output) throws Exception {
    X509Bundle certificate = new TestCertificates().issue(builder -> builder);
    String keystore = "--spring.ssl.bundle.pem.server.keystore.";
    List<String> tls =
        List.of(
            "--server.ssl.bundle=server",
            keystore + "certificate=" + write(folder, "crt", certificate.getCertificatePathPEM()),
            keystore + "private-key=" + write(folder, "key", certificate.getPrivateKeyPEM()));
    try (LiveMonitor monitor = LiveMonitor.start(tls.toArray(String[]::new))) {
      int port = URI.create(monitor.base()).getPort();

      assertThat(output).contains("status page: https://localhost:" + port);
      String[] own =
          Stream.concat(tls.stream(), Stream.of("--server.port=" + port)).toArray(String[]::new);
      assertThat(healthy(own)).isTrue();
    }
  }

  @Test
  void leavesTheAddressOfItsHealthInItsFolder(@TempDir Path folder) throws Exception {
    Map<String, String> environment = Map.of("GOLDENPATH_DATA", folder.toString());
    try (LiveMonitor monitor =
        LiveMonitor.start(
            "--goldenpath.data=" + folder, "--server.servlet.context-path=/golden-path")) {
      MonitorProcess asked = MonitorProcess.run(environment, "health");

      assertThat(asked.text())
          .isEqualTo(
              "http://localhost:%d/golden-path/actuator/health/liveness: 200\n"
                  .formatted(URI.create(monitor.base()).getPort()));
      assertThat(asked.exitCode()).isEqualTo(ExitCode.OK);
    }
    assertThat(MonitorProcess.run(environment, "health").exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aScrapeIsAFifthOfItsSizeAtMostWhenItIsCompressed() throws Exception {
    try (LiveMonitor monitor = LiveMonitor.start()) {
      String scrape = monitor.base() + "/actuator/prometheus";
      for (String type : List.of("text/plain", "application/openmetrics-text")) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(URI.create(scrape)).header("Accept", type);
        int plain = body(request).length;

        assertThat(body(request.header("Accept-Encoding", "gzip")).length)
            .as(type)
            .isLessThan(plain / 5);
      }
    }
  }

  private static boolean healthy(String... settings) {
    String[] arguments =
        Stream.concat(Stream.of("health"), Stream.of(settings)).toArray(String[]::new);
    PrintWriter printed = new PrintWriter(new StringWriter());
    Commands commands =
        new Commands(
            _ -> {
              throw new AssertionError("nothing is checked");
            },
            MonitorAddress::read,
            _ -> {
              throw new AssertionError("no demo is started");
            },
            "test",
            Map.of());
    return commands.execute(printed, printed, arguments) == ExitCode.OK;
  }

  private static List<String> links(String page) {
    return LINK.matcher(page).results().map(ServedElsewhereIT::path).distinct().toList();
  }

  private static String path(MatchResult link) {
    return link.group(1);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private HttpResponse<String> send(String url, String header, String value) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header(header, value).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private byte[] body(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
  }
}
