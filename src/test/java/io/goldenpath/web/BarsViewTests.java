package io.goldenpath.web;

import static io.goldenpath.probe.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.RunMemory;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Runs;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarsViewTests {

  private final Probe probe = Runs.probe("staging");
  private final RunMemory memory = new RunMemory();

  @Test
  void drawsOldestFirstEachALinkToItsRun() {
    memory.watching(List.of(probe));
    memory.finished(Runs.passed(probe, "a", NOON));
    memory.finished(Runs.refused(probe, "b", NOON.plusSeconds(60)));

    BarsView bars = BarsView.of(memory.runs(probe.id()));

    assertThat(bars.bars()).extracting(BarView::href).containsExactly("/runs/a", "/runs/b");
    assertThat(bars.bars()).extracting(BarView::outcome).containsExactly("passed", "failed");
    assertThat(bars.bars().getFirst().height()).isEqualTo(BarsView.HEIGHT);
    assertThat(bars.bars().getLast().title())
        .isEqualTo(
            "2026-11-24T12:01:00Z failed, 66 ms: the upgrade was answered with 502 Bad Gateway");
    assertThat(bars.caption()).isEqualTo("last 2 runs, longest 1.84 s");
  }

  @Test
  void setsOlderFailuresApart() {
    memory.watching(List.of(probe));
    memory.finished(Runs.missing(probe, "old", NOON));
    IntStream.range(0, RunMemory.CAPACITY)
        .forEach(i -> memory.finished(Runs.passed(probe, "n" + i, NOON.plusSeconds(60 + i))));

    BarsView bars = BarsView.of(memory.runs(probe.id()));

    assertThat(bars.bars()).hasSize(21);
    assertThat(bars.bars().get(1).x() - bars.bars().get(0).x())
        .isGreaterThan(bars.bars().get(2).x() - bars.bars().get(1).x());
    assertThat(bars.caption())
        .isEqualTo("1 earlier that did not pass, last 20 runs, longest 1.84 s");
  }

  @Test
  void drawsNothingBeforeTheFirstRun() {
    assertThat(BarsView.of(List.of()).bars()).isEmpty();
  }
}
