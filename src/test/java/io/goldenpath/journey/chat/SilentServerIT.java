package io.goldenpath.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.ProcessResources;
import io.goldenpath.wire.RawServer;
import io.goldenpath.wire.TestSize;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server that two well-known probers wait for without end. */
class SilentServerIT {

  private static final int RUNS = TestSize.of(10, 200);
  private static final Duration WELCOME = Duration.ofMillis(TestSize.of(250, 1000));
  private static final Duration SLACK = Duration.ofSeconds(TestSize.of(10, 2));

  @Test
  @Tag("mission-critical")
  void isNamedWithinItsLimitAndHoldsNothing() throws Exception {
    try (RawServer server = RawServer.upgrading(RawServer.Peer::untilGone);
        WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM)) {
      Journey path =
          GoldenPathFixtures.path(
              GoldenPathFixtures.guest(
                  server.url("ws").toString(), GoldenPathFixtures.welcome(WELCOME)),
              wire);
      GoldenPathFixtures.walk(path);
      ProcessResources before = ProcessResources.now();

      for (int i = 0; i < RUNS; i++) {
        Run run = GoldenPathFixtures.walk(path);

        assertThat(run.findings())
            .filteredOn(finding -> finding.kind() != FindingKind.MONITOR_FAULT)
            .singleElement()
            .returns(FindingKind.WELCOME_MISSING, Finding::kind)
            .returns(Step.WELCOME, Finding::step);
        assertThat(run.duration()).isBetween(WELCOME, WELCOME.plus(SLACK));
      }
      before.awaitReleased();
    }
  }
}
