package io.goldenpath.platforms.recording;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.node.NodeServer;
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

/** Plain JSON with the token in a first message, and the question by HTTP. */
class RecordedHttpQuestionIT {

  private static final String PASSWORD = "correct horse";

  private static NodeServer server;
  private static RecordedMonitor monitor;

  @BeforeAll
  static void record(@TempDir Path folder) throws Exception {
    server = NodeServer.start("json-chat.mjs");
    try (ChatVisit visit = new ChatVisit("http://127.0.0.1:" + server.port(), "http")) {
      visit.logIn("ann@example.com", PASSWORD);
      monitor = RecordedMonitor.of(visit.ask(folder), PASSWORD);
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
        arguments("error", FindingKind.ERROR_ANSWER),
        arguments("silent", FindingKind.STALLED),
        arguments("missing", FindingKind.MISSING_EVENT),
        arguments("unpaired", FindingKind.UNPAIRED_TOOL),
        arguments("foreign", FindingKind.LEAK_IDENTITY));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void fails(String fault, FindingKind kind) throws Exception {
    monitor.failsOf(fault, kind);
  }

  @Test
  void holdsNoSecret() throws IOException {
    monitor.holdsNoSecret(PASSWORD);
  }
}
