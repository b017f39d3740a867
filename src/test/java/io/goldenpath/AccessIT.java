package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.web.RawHttpReply;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole monitor with users, the demo platform, and its management on another port. */
class AccessIT {

  private static final String READER = "Authorization: Basic " + base64("rita:r3ads");

  private static int management;
  private static LiveMonitor monitor;

  @BeforeAll
  static void start() throws IOException {
    management = freePort();
    monitor =
        LiveMonitor.start(
            "--management.server.port=" + management,
            "--goldenpath.access.users[0].name=rita",
            "--goldenpath.access.users[0].password=r3ads",
            "--goldenpath.access.metrics=reader");
  }

  @AfterAll
  static void stop() {
    monitor.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          main       | GET  | /                           | 401 | 200
          main       | GET  | /demo/faults                | 401 | 200
          main       | POST | /demo/faults                | 401 | 403
          main       | POST | /demo/auth/login            | 422 | 422
          main       | GET  | /demo/guest/ws              | 400 | 400
          main       | GET  | /actuator/health/liveness   | 404 | 404
          management | GET  | /actuator/health/liveness   | 200 | 200
          management | GET  | /actuator/health/readiness  | 200 | 200
          management | GET  | /actuator/health            | 401 | 200
          management | GET  | /actuator/prometheus        | 401 | 200
          management | POST | /actuator/prometheus        | 401 | 403
          management | GET  | /actuator                   | 401 | 200
          """)
  void guardsBothPortsAndLeavesTheDemoPlatformAlone(
      String port, String method, String path, int stranger, int reader) throws IOException {
    URI uri =
        URI.create(
            port.equals("main") ? monitor.base() + path : "http://127.0.0.1:" + management + path);

    assertThat(RawHttpReply.send(method, uri).status()).isEqualTo(stranger);
    assertThat(RawHttpReply.send(method, uri, READER).status()).isEqualTo(reader);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
