package io.goldenpath.health;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class ProbeHealthTests {

  @Test
  void tellsTheHeaviestOfAThousandFindingsAndCountsTheRest() {
    Probe crowd = SampleRuns.isolation("shop", 1000);
    Finding[] findings =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(
                slot -> slot == 700 ? SampleFindings.leak(700, 1) : SampleFindings.stall(slot))
            .toArray(Finding[]::new);
    List<?> lines =
        lines(
            crowd,
            SampleRuns.withUsers(
                crowd,
                "c",
                NOON,
                SampleRuns.servedSerially(crowd, "c", NOON, 1000).users(),
                findings));

    assertThat(lines).hasSize(21);
    assertThat(lines.getFirst())
        .isEqualTo("leak_content in events, user 700: user 700 was shown the code of user 1");
    assertThat(lines.getLast()).isEqualTo("not shown: 980 stalled in events");
  }

  @Test
  void namesNoUserWhoWasAlone() {
    Probe probe = SampleRuns.probe("shop");

    assertThat(lines(probe, SampleRuns.stalled(probe, "a", NOON)))
        .isEqualTo(List.of("stalled in events: nothing came for 1200 ms after agent_thinking"));
  }

  @Test
  void tellsTheCurrentCauseAndSinceWhen() {
    Probe probe = SampleRuns.probe("shop");
    VerdictBoard board = new VerdictBoard(() -> NOON, List.of());
    board.watching(List.of(probe));
    board.finished(SampleRuns.missing(probe, "a", NOON));
    board.finished(SampleRuns.stalled(probe, "b", NOON.plusSeconds(600)));

    assertThat(health(board).getDetails())
        .containsEntry("since", "2026-11-24T12:00:01.842Z")
        .containsEntry("why", "nothing came for 1200 ms after agent_thinking")
        .containsEntry("whySince", "2026-11-24T12:10:01.739Z");
  }

  private static List<?> lines(Probe probe, Run run) {
    VerdictBoard board = new VerdictBoard(() -> NOON, List.of());
    board.watching(List.of(probe));
    board.finished(run);
    Health health = health(board);
    return (List<?>) Objects.requireNonNull(health.getDetails().get("findings"));
  }

  private static Health health(VerdictBoard board) {
    ProbeState state = board.states().getFirst();
    return TargetsHealthContributor.health(state, board, "");
  }
}
