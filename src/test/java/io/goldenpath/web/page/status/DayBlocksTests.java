package io.goldenpath.web.page.status;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.goldenpath.history.overview.ProbeOverview;
import io.goldenpath.history.store.OutcomeCounts;
import io.goldenpath.history.store.VerdictTimes;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DayBlocksTests {

  private static final Instant NOW = NOON.plus(Duration.ofMinutes(20));

  private final Probe probe = SampleRuns.probe("staging");

  @Test
  void showsTheWorstOutcomeOfEachHour() {
    DayBlocks blocks =
        DayBlocks.of(
            overview(
                Map.of(
                    hour(5), new OutcomeCounts(3, 1, 1, 0),
                    hour(4), new OutcomeCounts(3, 1, 0, 0),
                    hour(3), new OutcomeCounts(3, 0, 0, 0),
                    hour(1), new OutcomeCounts(0, 0, 0, 2))),
            List.of(),
            NOW);

    assertThat(blocks.from()).isEqualTo(hour(23));
    assertThat(blocks.hours()).isEqualTo("------------------fdp-b-");
    assertThat(blocks.summary()).isEqualTo("broken 1 h ago, degraded 4 h ago, failed 5 h ago");
  }

  @Test
  void knowsRunsThatAreNotStoredYet() {
    List<Run> memory =
        List.of(
            SampleRuns.missing(probe, "a", NOON.plusSeconds(60)),
            SampleRuns.passed(probe, "b", NOON.minusSeconds(1)),
            SampleRuns.missing(probe, "too-old", NOON.minus(Duration.ofDays(1))));

    DayBlocks blocks =
        DayBlocks.of(overview(Map.of(hour(0), new OutcomeCounts(9, 0, 0, 0))), memory, NOW);

    assertThat(blocks.hours()).isEqualTo("-".repeat(22) + "pf");
    assertThat(blocks.summary()).isEqualTo("failed this hour");
  }

  @Test
  void doesNotHoldOurOwnFaultsAgainstAnHourThatIsKnown() {
    DayBlocks blocks =
        DayBlocks.of(overview(Map.of(hour(0), new OutcomeCounts(9, 0, 0, 1))), List.of(), NOW);

    assertThat(blocks.hours()).endsWith("-p");
    assertThat(blocks.summary()).isEqualTo("good for 1 hour");
  }

  @Test
  void joinsHoursThatAreAlike() {
    Map<Instant, OutcomeCounts> hours = new TreeMap<>();
    for (int ago = 0; ago < 24; ago++) {
      hours.put(hour(ago), ago < 3 ? new OutcomeCounts(0, 0, 1, 0) : new OutcomeCounts(1, 0, 0, 0));
    }

    DayBlocks blocks = DayBlocks.of(overview(hours), List.of(), NOW);

    assertThat(blocks.strokes())
        .extracting(DayBlocks.Stroke::outcome, DayBlocks.Stroke::path)
        .containsExactly(tuple("failed", "M210 10h30"), tuple("passed", "M0 10h210"));
    assertThat(blocks.summary()).isEqualTo("failed for 3 h");
  }

  @Test
  void saysThatNothingRan() {
    DayBlocks blocks = DayBlocks.of(ProbeOverview.EMPTY, List.of(), NOW);

    assertThat(blocks.strokes()).isEmpty();
    assertThat(blocks.summary()).isEqualTo("no runs");
  }

  @Test
  void tellsAFewStretchesOfMany() {
    Map<Instant, OutcomeCounts> hours = new TreeMap<>();
    for (int ago = 1; ago < 24; ago += 2) {
      hours.put(hour(ago), new OutcomeCounts(0, 1, 0, 0));
    }

    assertThat(DayBlocks.of(overview(hours), List.of(), NOW).summary())
        .isEqualTo(
            "degraded 1 h ago, degraded 3 h ago, degraded 5 h ago, degraded 7 h ago,"
                + " and 8 times before");
  }

  private static Instant hour(int ago) {
    return NOON.minus(Duration.ofHours(ago));
  }

  private static ProbeOverview overview(Map<Instant, OutcomeCounts> hours) {
    return new ProbeOverview(new TreeMap<>(hours), VerdictTimes.NONE, VerdictTimes.NONE);
  }
}
