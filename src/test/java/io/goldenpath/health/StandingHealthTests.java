package io.goldenpath.health;

import static io.goldenpath.probe.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Runs;
import io.goldenpath.verdict.VerdictBoard;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class StandingHealthTests {

  @Test
  void tellsTheHeaviestOfAThousandFindingsAndCountsTheRest() {
    Probe crowd = Runs.isolation("shop", 1000);
    Finding[] findings =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(slot -> slot == 700 ? Runs.leak(700, 1) : Runs.stall(slot))
            .toArray(Finding[]::new);
    List<?> lines =
        lines(
            crowd,
            Runs.together(
                crowd, "c", NOON, Runs.queueing(crowd, "c", NOON, 1000).users(), findings));

    assertThat(lines).hasSize(21);
    assertThat(lines.getFirst())
        .isEqualTo("leak_content in events, user 700: user 700 was shown the code of user 1");
    assertThat(lines.getLast()).isEqualTo("besides these 980 stalled in events");
  }

  @Test
  void namesNoUserWhoWasAlone() {
    Probe probe = Runs.probe("shop");

    assertThat(lines(probe, Runs.stalled(probe, "a", NOON)))
        .isEqualTo(List.of("stalled in events: nothing came for 1200 ms after agent_thinking"));
  }

  private static List<?> lines(Probe probe, Run run) {
    VerdictBoard board = new VerdictBoard(() -> NOON);
    board.watching(List.of(probe));
    board.finished(run);
    Health health = StandingHealth.of(board.standing(probe.id()).orElseThrow());
    return (List<?>) Objects.requireNonNull(health.getDetails().get("findings"));
  }
}
