package io.goldenpath.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.ClientWarmUp;
import io.goldenpath.wire.EventLoopStall;
import io.goldenpath.wire.RawServer;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The monitor's own lag is never held against a target. */
class EventLoopLagIT {

  @Test
  void aRunDuringWhichOurOwnLoopsStoodStillIsBroken() throws Exception {
    try (WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM);
        RawServer server =
            RawServer.upgrading(peer -> {
              EventLoopStall.of(wire, Duration.ofMillis(500));
              peer.untilGone();
            })) {
      ClientWarmUp.run(wire, Stopwatch.SYSTEM);
      Run run =
          GoldenPathFixtures.walk(
              GoldenPathFixtures.path(
                  GoldenPathFixtures.guest(
                      server.url("ws").toString(),
                      GoldenPathFixtures.welcome(Duration.ofSeconds(1))),
                  wire));

      assertThat(run.outcome()).isEqualTo(Outcome.BROKEN);
      assertThat(run.findings())
          .extracting(Finding::kind)
          .containsOnlyOnce(FindingKind.MONITOR_FAULT);
      assertThat(run.findings())
          .filteredOn(finding -> finding.kind() != FindingKind.MONITOR_FAULT)
          .isNotEmpty()
          .allMatch(finding -> finding.severity() == Severity.INFO);
      assertThat(run.findings().getLast().message()).startsWith("The monitor's event loops lagged");
    }
  }
}
