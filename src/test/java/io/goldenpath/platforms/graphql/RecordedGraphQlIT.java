package io.goldenpath.platforms.graphql;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.goldenpath.model.finding.FindingKind;
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

/** A login by a mutation, the token in {@code connection_init}, the answer by a subscription. */
class RecordedGraphQlIT {

  private static RecordedMonitor monitor;

  @BeforeAll
  static void record(@TempDir Path folder) throws Exception {
    try (ChatVisit visit = new ChatVisit("http://" + GraphQlServers.NODE.address(), "graphql")) {
      visit.logIn("ann@example.com", ChatController.PASSWORD);
      monitor = RecordedMonitor.of(visit.ask(folder), ChatController.PASSWORD);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    GraphQlServers.stopAll();
  }

  @Test
  void passes() throws Exception {
    monitor.passes();
  }

  static Stream<Arguments> faults() {
    return RecordedMonitor.faults(
        arguments("error", FindingKind.ERROR_EVENT),
        arguments("foreign_user", FindingKind.LEAK_IDENTITY),
        arguments("missing", FindingKind.MISSING_EVENT),
        arguments("moved", FindingKind.OUT_OF_ORDER),
        arguments("silent", FindingKind.STALLED));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void fails(String fault, FindingKind kind) throws Exception {
    monitor.failsOf(fault, kind);
  }

  @Test
  void holdsNoSecret() throws IOException {
    monitor.holdsNoSecret(ChatController.PASSWORD);
  }
}
