package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.RunHistory;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunBarsViewTests {

  private final Probe probe = SampleRuns.probe("staging");
  private final RunHistory memory = new RunHistory();

  @Test
  void drawsOldestFirstEachALinkToItsRun() {
    memory.watching(List.of(probe));
    memory.finished(SampleRuns.passed(probe, "a", NOON));
    memory.finished(SampleRuns.refused(probe, "b", NOON.plusSeconds(60)));

    RunBarsView bars = RunBarsView.of(memory.runs(probe.id()));

    assertThat(bars.bars()).extracting(bar -> bar.run().id()).containsExactly("a", "b");
    assertThat(bars.bars().getFirst().height()).isEqualTo(RunBarsView.HEIGHT);
    assertThat(bars.bars().getLast().title())
        .isEqualTo(
            "2026-11-24T12:01:00Z failed, 66 ms: the upgrade was answered with 502 Bad Gateway");
    assertThat(bars.caption()).isEqualTo("last 2 runs, longest 1.84 s");
  }

  @Test
  void setsOlderFailuresApart() {
    memory.watching(List.of(probe));
    memory.finished(SampleRuns.missing(probe, "old", NOON));
    IntStream.range(0, RunHistory.CAPACITY)
        .forEach(i -> memory.finished(SampleRuns.passed(probe, "n" + i, NOON.plusSeconds(60 + i))));

    RunBarsView bars = RunBarsView.of(memory.runs(probe.id()));

    assertThat(bars.bars()).hasSize(21);
    assertThat(bars.bars().get(1).x() - bars.bars().get(0).x())
        .isGreaterThan(bars.bars().get(2).x() - bars.bars().get(1).x());
    assertThat(bars.caption())
        .isEqualTo("1 earlier that did not pass, last 20 runs, longest 1.84 s");
  }

  @Test
  void marksWhereTheReleaseChanged() {
    memory.watching(List.of(probe));
    List<String> releases = List.of("1.8.2", "", "1.8.2", "1.8.3", "", "1.8.3");
    for (int i = 0; i < releases.size(); i++) {
      Run run = SampleRuns.passed(probe, "n" + i, NOON.plusSeconds(60L * i));
      String release = releases.get(i);
      memory.finished(
          release.isEmpty()
              ? run.withRelease(SeenRelease.unread("no header"))
              : run.withRelease(SeenRelease.of(release)));
    }

    RunBarsView bars = RunBarsView.of(memory.runs(probe.id()));

    assertThat(bars.bars())
        .extracting(RunBarsView.Bar::released)
        .containsExactly(false, false, false, true, false, false);
    assertThat(bars.bars().get(3).title()).endsWith("passed, 1.84 s, release 1.8.3");
  }

  @Test
  void drawsNothingBeforeTheFirstRun() {
    assertThat(RunBarsView.of(List.of()).bars()).isEmpty();
  }
}
