package io.goldenpath.cli;

import static io.goldenpath.probe.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Runs;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OneShotTests {

  private final Probe first = Runs.isolation("shop", 8);
  private final Probe second = Runs.recovery("shop");
  private final AtomicLong now = new AtomicLong();
  private final List<SkipReason> waits = new ArrayList<>();

  @Test
  void waitsUntilTheTargetBearsTheSocketsOfTheNextRun() throws InterruptedException {
    try (OneShot shot = shot(60)) {
      assertThat(shot.run(first).succeeded()).isTrue();
      assertThat(shot.run(second).succeeded()).isTrue();
    }

    assertThat(waits).containsExactly(SkipReason.BUDGET);
  }

  @Test
  void waitsOnceOnly() throws InterruptedException {
    try (OneShot shot = shot(0)) {
      shot.run(first);

      assertThatThrownBy(() -> shot.run(second)).hasMessageContaining("BUDGET");
    }
  }

  private OneShot shot(int factor) {
    return new OneShot(
        "lab",
        List.of(new Good(first), new Good(second)),
        (_, refused) -> {
          waits.add(refused.reason());
          now.addAndGet(Duration.ofSeconds(factor).toNanos());
        },
        now::get);
  }

  private record Good(Probe probe) implements Journey {

    @Override
    public Run run(RunTicket ticket, List<User> users) {
      return Runs.passed(probe, ticket.id(), NOON);
    }
  }
}
