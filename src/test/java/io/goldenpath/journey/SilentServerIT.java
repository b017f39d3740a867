package io.goldenpath.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.wire.RawServer;
import io.goldenpath.wire.Resources;
import io.goldenpath.wire.Size;
import io.goldenpath.wire.Wire;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server that two well-known probers wait for without end. */
class SilentServerIT {

  private static final int RUNS = Size.of(10, 200);
  private static final Duration WELCOME = Duration.ofMillis(Size.of(250, 1000));
  private static final Duration SLACK = Duration.ofMillis(200);

  @Test
  @Tag("mission-critical")
  void isNamedWithinItsLimitAndHoldsNothing() throws Exception {
    try (RawServer server = RawServer.upgrading(RawServer.Peer::untilGone);
        Wire wire = Wire.open("test", Stopwatch.SYSTEM)) {
      GoldenPath path =
          Paths.path(Paths.guest(server.url("ws").toString(), Paths.welcome(WELCOME)), wire);
      Paths.walk(path);
      Resources before = Resources.now();

      for (int i = 0; i < RUNS; i++) {
        Run run = Paths.walk(path);

        assertThat(run.findings())
            .singleElement()
            .returns(FindingKind.WELCOME_MISSING, Finding::kind)
            .returns(Step.WELCOME, Finding::step);
        assertThat(run.duration()).isBetween(WELCOME, WELCOME.plus(SLACK));
      }
      before.areBack();
    }
  }
}
