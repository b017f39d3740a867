package io.goldenpath.platforms.socketio;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.node.NodeServer;
import io.goldenpath.platforms.recording.ChatVisit;
import io.goldenpath.platforms.recording.RecordedMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's own client in a browser, which polls first and changes to the socket. */
class RecordedSocketIoIT {

  private static NodeServer server;
  private static RecordedMonitor monitor;

  @BeforeAll
  static void record(@TempDir Path folder) throws Exception {
    server = NodeServer.start("socketio-chat.mjs");
    try (ChatVisit visit = new ChatVisit("http://127.0.0.1:" + server.port(), "socketio")) {
      visit.logIn("ann@example.com", LoginServer.PASSWORD);
      monitor = RecordedMonitor.of(visit.ask(folder), LoginServer.PASSWORD);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void passes() throws Exception {
    monitor.passes();
  }

  static Stream<Arguments> faults() {
    return RecordedMonitor.faults(
        arguments("unpaired", FindingKind.UNPAIRED_TOOL),
        arguments("error", FindingKind.ERROR_ANSWER),
        arguments("silent", FindingKind.STALLED),
        arguments("leave", FindingKind.DROPPED),
        arguments("foreign-user", FindingKind.LEAK_IDENTITY));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void fails(String fault, FindingKind kind) throws Exception {
    monitor.failsOf(fault, kind);
  }

  @Test
  void holdsNoSecret() throws IOException {
    monitor.holdsNoSecret(LoginServer.PASSWORD);
  }
}
