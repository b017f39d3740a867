package io.goldenpath.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.web.BlockingJourney;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thousand requests of somebody who may not, in every disguise, move nothing. */
class HostileRequestsIT {

  private static final int REQUESTS = 500;
  private static final String RUNS = "/api/probes/staging/golden-path/runs";

  private static final List<String> METHODS =
      List.of("POST", "PUT", "DELETE", "PATCH", "TRACE", "MOVE", "GET\tPOST", "post");

  private static final List<String> PATHS =
      List.of(
          RUNS,
          "/api/probes/staging/golden-path/baseline",
          "/api/maintenance",
          "/api/maintenance/1",
          "/api/markers",
          "/api/runs",
          "/demo/faults",
          "/logout",
          "/",
          "/status",
          "/actuator/loggers/ROOT",
          "/actuator/shutdown");

  /** What a careless reader of paths would take for an open one, or for another. */
  private static final List<String> DISGUISES =
      List.of(
          "%s",
          "/%s",
          "%s/",
          "%s;/page.css",
          "%s;jsessionid=1",
          "%s%%2f..",
          "%s%%00",
          "%s?_method=GET",
          "/page.css/..%s",
          "/status/..;%s",
          "/demo/auth/..%s",
          "/demo/%%2e%%2e%s",
          "/actuator/health/liveness/../../..%s",
          "/favicon-x%s.svg",
          "http://attacker.example%s",
          "\\%s");

  private static final List<String> HEADERS =
      List.of(
          "X-Any: thing",
          "Host: attacker.example",
          "Host: localhost@attacker.example",
          "X-Forwarded-For: 127.0.0.1",
          "Forwarded: for=127.0.0.1;host=localhost",
          "X-Forwarded-Prefix: //attacker.example",
          "X-HTTP-Method-Override: GET",
          "X-Original-URL: /status",
          "Authorization: Bearer",
          "Authorization: Bearer null",
          "Authorization: Basic YW5uOg==",
          "Authorization: Basic not base64",
          "Authorization: Digest username=\"ann\"",
          "Cookie: JSESSIONID=0123456789ABCDEF0123456789ABCDEF",
          "Cookie: XSRF-TOKEN=1",
          "Origin: https://attacker.example",
          "Transfer-Encoding: chunked, identity",
          "X-Long: " + "x".repeat(9_000));

  private static final List<String> BODIES =
      List.of(
          "",
          "{\"target\":\"staging\",\"why\":\"x\",\"until\":\"2026-11-23T13:00:00Z\"}",
          "{\"target\":\"staging\",\"release\":\"evil\"}",
          "{\"fault\":\"silent\"}",
          "_csrf=1&username=ann&password=acts!",
          "[".repeat(2_000),
          "\u0000\u0001");

  /** Who could act is not who asks. */
  enum Mode {
    OPEN,
    RESTRICTED
  }

  @ParameterizedTest
  @EnumSource
  void moveNothing(Mode mode) throws Exception {
    AccessSettings access =
        mode == Mode.OPEN
            ? AccessSettings.OPEN
            : new AccessSettings(AccessMatrixIT.TOKEN, List.of(AccessMatrixIT.ANN), null, false);
    Random random = new Random(21);
    Map<String, String> wrong = new TreeMap<>();
    try (WebApplication server =
        WebApplication.startWith(access).scheduling(new BlockingJourney("staging"))) {
      for (int i = 0; i < REQUESTS; i++) {
        String request = request(random);
        String reply = reply(server.port(), request);
        if (!reply.matches("(?s)HTTP/1\\.1 4\\d\\d.*") || reply.contains("JSESSIONID")) {
          wrong.put(request.lines().limit(6).toList().toString(), reply);
        }
      }

      assertThat(wrong).isEmpty();
      assertThat(list(server, "/api/runs", "runs")).isZero();
      assertThat(list(server, "/api/maintenance", "maintenance")).isZero();
      assertThat(list(server, "/api/markers", "markers")).isZero();
    }
  }

  private static int list(WebApplication server, String path, String name) throws IOException {
    return RawHttpReply.get(server.at(path), "Authorization: Bearer s3cret")
        .json()
        .path(name)
        .size();
  }

  private static String request(Random random) {
    String body = any(BODIES, random);
    return "%s %s HTTP/1.1\r\nHost: localhost\r\nVia: 1.1 proxy\r\n%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(
            any(METHODS, random),
            any(DISGUISES, random).formatted(any(PATHS, random)),
            any(HEADERS, random),
            body.length(),
            body);
  }

  private static String any(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static String reply(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .split("\r\n\r\n", 2)[0];
    }
  }
}
