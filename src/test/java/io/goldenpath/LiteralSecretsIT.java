package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The monitor as a process of its own, and the passwords that a login server is sent. */
class LiteralSecretsIT {

  private static final String PASSWORD = "p${HOME}w\\${HOME}#{1+1}\"{email}$1 ";

  @TempDir private Path folder;
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void refuseLogins() throws IOException {
    server.enqueue(new MockResponse.Builder().code(401).build());
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void sendsWhatTheEnvironmentHolds() throws Exception {
    MonitorProcess ended = check("${PROBE_A_PASSWORD}", Map.of("PROBE_A_PASSWORD", PASSWORD), "");

    assertThat(sentPassword()).as(ended.text()).isEqualTo(PASSWORD);
    assertThat(ended.text()).doesNotContain(PASSWORD);
  }

  @Test
  void sendsWhatTheEnvironmentSetsUnderAKeyOfOurs() throws Exception {
    MonitorProcess ended =
        check(
            "other",
            Map.of(
                "GOLDENPATH_TARGETS_STUB_USERS_0_PASSWORD",
                PASSWORD,
                "GOLDENPATH_TARGETS_STUB_USERS_0_EMAIL",
                "probe@example.com"),
            "");

    assertThat(sentPassword()).as(ended.text()).isEqualTo(PASSWORD);
  }

  @Test
  void sendsWhatAMountedFileHolds() throws Exception {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    Files.writeString(mount.resolve("probe-password"), PASSWORD + "\n");

    MonitorProcess ended = check("${probe-password}", Map.of(), ",configtree:" + mount + "/");

    assertThat(sentPassword()).as(ended.text()).isEqualTo(PASSWORD);
  }

  private MonitorProcess check(String password, Map<String, String> environment, String imports)
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("targets.yaml"),
            """
            goldenpath:
              targets:
                stub:
                  login: { type: password, url: "http://127.0.0.1:%d/login" }
                  socket: { url: "ws://127.0.0.1:%d/ws" }
                  users: [ { email: probe@example.com, password: "%s" } ]
            """
                .formatted(server.getPort(), server.getPort(), password));
    return MonitorProcess.run(
        environment, "check", "stub", "--spring.config.import=file:" + file + imports);
  }

  private String sentPassword() throws InterruptedException {
    RecordedRequest login = Objects.requireNonNull(server.takeRequest(1, TimeUnit.SECONDS));
    ByteString body = Objects.requireNonNull(login.getBody());
    return JsonMapper.shared().readTree(body.utf8()).path("password").asString();
  }
}
