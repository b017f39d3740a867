package io.goldenpath.history.recording;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.VerdictSpan;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunRecorderTests {

  private final Probe demo = SampleRuns.probe("demo");
  private final WaitingRuns waiting = new WaitingRuns(100, Long.MAX_VALUE);
  private final RunRecorder recorder = new RunRecorder(waiting, true, _ -> Optional.empty());
  private Instant now = NOON;
  private final VerdictBoard board = new VerdictBoard(() -> now, List.of(recorder));

  @BeforeEach
  void watch() {
    board.watching(List.of(demo));
    recorder.watching(List.of(demo));
  }

  @Test
  void accountsForEachMomentSinceTheFirstVerdictOnce() {
    Run first = finish(SampleRuns.passed(demo, "1", at(0)));
    Run second = finish(SampleRuns.passed(demo, "2", at(1)));
    Run third = finish(SampleRuns.missing(demo, "3", at(2)));
    Run fourth = finish(SampleRuns.passed(demo, "4", at(3)));

    assertThat(waiting.take(9))
        .extracting(RunEntry::verdicts)
        .containsExactly(
            List.of(),
            List.of(new VerdictSpan(Verdict.UP, first.endedAt(), second.endedAt())),
            List.of(new VerdictSpan(Verdict.UP, second.endedAt(), third.endedAt())),
            List.of(new VerdictSpan(Verdict.DOWN, third.endedAt(), fourth.endedAt())));
  }

  @Test
  void countsTheTimeWithoutRunsAsUnknown() {
    Run first = finish(SampleRuns.passed(demo, "1", at(0)));
    now = at(10);
    board.expireStale();
    Run second = finish(SampleRuns.passed(demo, "2", at(20)));

    Instant stale = first.endedAt().plusSeconds(180);
    assertThat(waiting.take(9).getLast().verdicts())
        .containsExactly(
            new VerdictSpan(Verdict.UP, first.endedAt(), stale),
            new VerdictSpan(Verdict.UNKNOWN, stale, second.endedAt()));
  }

  @Test
  void aClockThatWasSetBackCountsNothingTwice() {
    Run first = finish(SampleRuns.passed(demo, "1", at(60)));
    finish(SampleRuns.passed(demo, "2", at(1)));
    Run third = finish(SampleRuns.passed(demo, "3", at(61)));

    assertThat(waiting.take(9))
        .flatExtracting(RunEntry::verdicts)
        .extracting(VerdictSpan::from, VerdictSpan::to)
        .containsExactly(tuple(first.endedAt(), third.endedAt()));
  }

  @Test
  void keepsNoFramesWhereNoneAreWanted() {
    new RunRecorder(waiting, false, _ -> Optional.empty())
        .finished(SampleRuns.missing(demo, "1", NOON));

    assertThat(waiting.take(1)).noneMatch(RunEntry::hasFrames);
  }

  private Run finish(Run run) {
    now = run.endedAt();
    board.finished(run);
    recorder.finished(run);
    return run;
  }

  private static Instant at(int minutes) {
    return NOON.plusSeconds(60L * minutes);
  }
}
