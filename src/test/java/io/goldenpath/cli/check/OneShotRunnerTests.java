package io.goldenpath.cli.check;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OneShotRunnerTests {

  private final Probe first = SampleRuns.isolation("shop", 8);
  private final Probe second = SampleRuns.recovery("shop");
  private final AtomicLong now = new AtomicLong();
  private final List<SkipReason> waits = new ArrayList<>();

  @Test
  void waitsUntilTheTargetBearsTheSocketsOfTheNextRun() throws InterruptedException {
    try (OneShotRunner runner = runner(60)) {
      assertThat(runner.run(first).succeeded()).isTrue();
      assertThat(runner.run(second).succeeded()).isTrue();
    }

    assertThat(waits).containsExactly(SkipReason.BUDGET);
  }

  @Test
  void runsAProbeAgainAsSoonAsItHasEnded() throws InterruptedException {
    try (OneShotRunner runner = runner(60)) {
      for (int round = 0; round < 50; round++) {
        assertThat(runner.run(second).succeeded()).isTrue();
      }
    }
  }

  @Test
  void waitsOnceOnly() throws InterruptedException {
    try (OneShotRunner runner = runner(0)) {
      runner.run(first);

      assertThatThrownBy(() -> runner.run(second))
          .isInstanceOf(RunRefusedException.class)
          .hasMessageContaining("manners.connects");
    }
  }

  private OneShotRunner runner(int factor) {
    return new OneShotRunner(
        "lab",
        List.of(new PassingJourney(first), new PassingJourney(second)),
        (_, refused) -> {
          waits.add(refused.postponement().reason());
          now.addAndGet(Duration.ofSeconds(factor).toNanos());
        },
        now::get);
  }

  private record PassingJourney(Probe probe) implements Journey {

    @Override
    public Run run(RunInfo ticket, List<User> users) {
      return SampleRuns.passed(probe, ticket.id(), NOON);
    }
  }
}
