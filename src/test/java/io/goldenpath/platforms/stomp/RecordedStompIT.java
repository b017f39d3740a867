package io.goldenpath.platforms.stomp;

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

/** The login form of Spring Security, its session's cookie, and a CSRF token in CONNECT. */
class RecordedStompIT {

  private static StompPlatform platform;
  private static RecordedMonitor monitor;

  @BeforeAll
  static void record(@TempDir Path folder) throws Exception {
    platform = new StompPlatform();
    try (ChatVisit visit = new ChatVisit("http://127.0.0.1:" + platform.port(), "stomp")) {
      visit.logInByForm("/login", StompPlatform.USER_A, StompPlatform.PASSWORD);
      monitor = RecordedMonitor.of(visit.ask(folder), StompPlatform.PASSWORD);
    }
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void passes() throws Exception {
    platform.with(StompFault.NONE);

    monitor.passes();
  }

  static Stream<Arguments> faults() {
    return RecordedMonitor.faults(
        arguments(StompFault.FOREIGN, FindingKind.LEAK_IDENTITY),
        arguments(StompFault.SKIPPED, FindingKind.MISSING_EVENT),
        arguments(StompFault.SILENT, FindingKind.STALLED),
        arguments(StompFault.FAILED, FindingKind.ERROR_EVENT),
        arguments(StompFault.DENIED, FindingKind.PROTOCOL_ERROR));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void fails(StompFault fault, FindingKind kind) throws Exception {
    platform.with(fault);

    monitor.failsOf("none", kind);
  }

  @Test
  void holdsNoSecret() throws IOException {
    monitor.holdsNoSecret(StompPlatform.PASSWORD);
  }
}
