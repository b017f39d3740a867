package io.goldenpath.history.recording;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.RunEntry.RunFrames;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameSelectionTests {

  private final Probe demo = SampleRuns.probe("demo");
  private final FrameSelection selection = new FrameSelection();
  private final TreeSet<Integer> kept = new TreeSet<>();
  private Instant start = NOON;
  private int number;

  @Test
  void keepsOneGoodRunAnHour() {
    good(150);

    assertThat(kept).containsExactly(1, 61, 121);
  }

  @Test
  void keepsTheLastGoodRunBeforeTheVerdictChanges() {
    good(30);
    bad(1);
    good(5);

    assertThat(kept).containsExactly(1, 30, 31);
  }

  @Test
  void keepsTheLastGoodRunBeforeAVerdictThatChangesLater() {
    good(30);
    add(SampleRuns.missing(demo, id(), start), Verdict.UP);
    add(SampleRuns.missing(demo, id(), start), Verdict.DOWN);

    assertThat(kept).containsExactly(1, 30, 31, 32);
  }

  @Test
  void ofALongIncidentKeepsItsBeginningItsEndAndOneAnHour() {
    bad(200);

    assertThat(kept)
        .containsExactlyElementsOf(
            IntStream.concat(
                    IntStream.rangeClosed(1, 10),
                    IntStream.concat(IntStream.of(61, 121, 181), IntStream.rangeClosed(191, 200)))
                .boxed()
                .toList());
  }

  @Test
  void ofAnIncidentKeepsTheFirstOfEachCause() {
    bad(20);
    add(SampleRuns.refused(demo, id(), start), Verdict.DOWN);
    bad(20);

    assertThat(kept).contains(21).doesNotContain(20, 22);
  }

  @Test
  void anIncidentLastsUntilTheVerdictIsUp() {
    bad(10);
    IntStream.range(0, 15).forEach(_ -> add(SampleRuns.passed(demo, id(), start), Verdict.DOWN));
    good(1);
    bad(10);

    assertThat(kept)
        .containsAll(IntStream.rangeClosed(27, 36).boxed().toList())
        .doesNotContain(11, 12, 13, 14, 15)
        .contains(16, 25);
  }

  private void good(int runs) {
    for (int i = 0; i < runs; i++) {
      add(SampleRuns.passed(demo, id(), start), Verdict.UP);
    }
  }

  private void bad(int runs) {
    for (int i = 0; i < runs; i++) {
      add(SampleRuns.missing(demo, id(), start), Verdict.DOWN);
    }
  }

  private void add(Run run, Verdict after) {
    RunEntry entry = selection.select(run, after);
    start = start.plus(Duration.ofMinutes(1));
    if (entry.frames() != null) {
      kept.add(Integer.valueOf(run.id()));
    }
    RunFrames wanted = entry.others().wanted();
    if (wanted != null) {
      kept.add(Integer.valueOf(wanted.run()));
    }
    String unwanted = entry.others().unwanted();
    if (unwanted != null) {
      kept.remove(Integer.valueOf(unwanted));
    }
  }

  private String id() {
    number++;
    return String.valueOf(number);
  }
}
