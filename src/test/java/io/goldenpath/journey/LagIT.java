package io.goldenpath.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.wire.RawServer;
import io.goldenpath.wire.Stall;
import io.goldenpath.wire.Wire;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The monitor's own lag is never held against a target. */
class LagIT {

  @Test
  void aRunDuringWhichOurOwnLoopsStoodStillIsBroken() throws Exception {
    try (Wire wire = Wire.open("test", Stopwatch.SYSTEM);
        RawServer server =
            RawServer.upgrading(peer -> {
              Stall.of(wire, Duration.ofMillis(500));
              peer.untilGone();
            })) {
      wire.rehearse();
      Run run =
          Paths.walk(
              Paths.path(
                  Paths.guest(server.url("ws").toString(), Paths.welcome(Duration.ofSeconds(1))),
                  wire));

      assertThat(run.outcome()).isEqualTo(Outcome.BROKEN);
      assertThat(run.findings())
          .extracting(Finding::kind)
          .containsOnlyOnce(FindingKind.MONITOR_FAULT);
      assertThat(run.findings())
          .filteredOn(finding -> finding.kind() != FindingKind.MONITOR_FAULT)
          .isNotEmpty()
          .allMatch(finding -> finding.severity() == Severity.INFO);
      assertThat(run.findings().getLast().message()).startsWith("The monitor itself stood still");
    }
  }
}
