package io.goldenpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.cases.Observed.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Warnings of dead addresses: in which steps, and how often. */
class DeadAddressIT {

  private static List<String> warned(PlatformCase one) throws Exception {
    try (CaseRunner runner = new CaseRunner()) {
      Observed seen = runner.run(one);
      assertThat(seen.outcome()).as(seen.toString()).isEqualTo("degraded");
      return seen.findings().stream()
          .filter(finding -> finding.kind().equals("connect_failed"))
          .map(Seen::step)
          .toList();
    }
  }

  private static PlatformCase deadFirst(String name) {
    return PlatformCase.of(name).at(Site.resolving(name + ".cases.test", "127.0.0.9", "127.0.0.1"));
  }

  @Test
  void standInEachStepThatConnected() throws Exception {
    assertThat(warned(deadFirst("steps"))).containsExactly("login", "connect");
  }

  @Test
  void areNoneOfALoginThatWasReused() throws Exception {
    assertThat(warned(deadFirst("reused").runs(2))).containsExactly("connect");
  }

  @Test
  void areToldOnceOfSeveralCallsAndNotOfCleanup() throws Exception {
    PlatformCase calls =
        deadFirst("calls")
            .with("prepare[0].post", "/prepare")
            .with("prepare[1].post", "/prepare-more")
            .with("cleanup[0].delete", "/cleanup");

    assertThat(warned(calls)).containsExactly("login", "connect");
    assertThat(warned(deadFirst("cleanup").with("cleanup[0].delete", "/cleanup").runs(2)))
        .containsExactly("connect");
  }

  @Test
  void standInTheReconnectOfARecovery() throws Exception {
    PlatformCase recovery =
        deadFirst("recovery")
            .with("journeys.recovery.malformed", "")
            .with("journeys.recovery.then", "resend");

    assertThat(warned(recovery)).containsExactly("login", "connect", "reconnect");
  }
}
