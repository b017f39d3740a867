package io.goldenpath.history;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunHistoryTests {

  private final Probe demo = SampleRuns.probe("demo");
  private final Probe staging = SampleRuns.probe("staging");
  private final RunHistory memory = new RunHistory();
  private int minute;

  @BeforeEach
  void watch() {
    memory.watching(List.of(demo, staging));
  }

  @Test
  void keepsTheLastTwentyRunsNewestFirst() {
    pass(25);

    assertThat(memory.runs(demo.id()))
        .extracting(Run::id)
        .containsExactlyElementsOf(
            IntStream.iterate(25, id -> id > 5, id -> id - 1).mapToObj(id -> "run-" + id).toList());
  }

  @Test
  void aFailureOutlivesTheRunsThatCameAfterIt() {
    fail(1);
    pass(500);

    assertThat(memory.runs(demo.id())).hasSize(21).last().extracting(Run::id).isEqualTo("run-1");
    assertThat(memory.find("run-1")).map(Run::outcome).contains(Outcome.FAILED);
  }

  @Test
  void keepsTwentyFailuresBesidesAndNoMore() {
    fail(100);
    pass(20);

    assertThat(memory.runs(demo.id())).hasSize(40);
    assertThat(memory.runs(demo.id()).get(20).id()).isEqualTo("run-100");
    assertThat(memory.runs(demo.id()).getLast().id()).isEqualTo("run-81");
  }

  @Test
  void ourOwnFaultsDoNotPushOutTheEvidence() {
    fail(1);
    IntStream.range(0, 100).forEach(_ -> memory.finished(SampleRuns.broken(demo, next(), start())));

    assertThat(memory.runs(demo.id())).hasSize(21).last().extracting(Run::id).isEqualTo("run-1");
  }

  @Test
  void theLastGoodRunStaysToCompareWith() {
    pass(1);
    fail(100);

    assertThat(memory.lastGood(demo.id())).map(Run::id).contains("run-1");
    assertThat(memory.find("run-1")).isPresent();
    assertThat(memory.lastGood(staging.id())).isEmpty();
  }

  @Test
  void listsTheRunsOfAllProbesByTheirStart() {
    pass(1);
    memory.finished(SampleRuns.passed(staging, "other", start().plusSeconds(30)));
    pass(1);

    assertThat(memory.runs()).extracting(Run::id).containsExactly("run-2", "other", "run-1");
    assertThat(memory.runs(staging.id())).extracting(Run::id).containsExactly("other");
  }

  @Test
  void aReloadForgetsOnlyWhatIsNoLongerWatched() {
    pass(1);
    memory.finished(SampleRuns.passed(staging, "other", NOON));

    memory.watching(List.of(demo));

    assertThat(memory.runs()).extracting(Run::id).containsExactly("run-1");
    memory.finished(SampleRuns.passed(staging, "late", NOON));
    assertThat(memory.runs(staging.id())).isEmpty();
    assertThat(memory.find("late")).isEmpty();
  }

  @Test
  void aRunIsFoundAsItWasAndListedWithoutItsFrames() {
    Run run = SampleRuns.passed(demo, "run", NOON);

    memory.finished(run);

    assertThat(memory.find("run")).contains(run);
    assertThat(memory.hasFrames("run")).isTrue();
    assertThat(memory.runs(demo.id())).containsExactly(run.withoutFrames());
    assertThat(memory.lastGood(demo.id())).contains(run.withoutFrames());
  }

  @Test
  void beyondTheBoundTheOldestGoodRunsLoseTheirFrames() {
    RunHistory small = historyOf(3);
    small.finished(SampleRuns.missing(demo, "failed", NOON));
    IntStream.rangeClosed(1, 5)
        .forEach(i -> small.finished(SampleRuns.passed(demo, "good-" + i, NOON)));

    assertThat(small.runs(demo.id())).hasSize(6);
    assertThat(withFrames(small)).containsExactly("good-5", "good-4", "failed");
    assertThat(small.find("good-1"))
        .contains(SampleRuns.passed(demo, "good-1", NOON).withoutFrames());
  }

  @Test
  void whatIsForgottenTakesNothingOfTheBound() {
    RunHistory small = historyOf(21);
    small.watching(List.of(demo, staging));
    small.finished(SampleRuns.passed(staging, "other", NOON));
    small.watching(List.of(demo));
    IntStream.rangeClosed(1, 100)
        .forEach(i -> small.finished(SampleRuns.passed(demo, "run-" + i, NOON)));
    small.finished(SampleRuns.missing(demo, "failed", NOON));

    assertThat(withFrames(small)).hasSize(20);
  }

  /** With room for the frames of so many runs. */
  private RunHistory historyOf(int runs) {
    int size =
        Stream.of(SampleRuns.passed(demo, "run", NOON), SampleRuns.missing(demo, "run", NOON))
            .mapToInt(run -> KeptRun.of(run).size())
            .max()
            .orElseThrow();
    RunHistory small = new RunHistory(runs * (long) size);
    small.watching(List.of(demo));
    return small;
  }

  private List<String> withFrames(RunHistory history) {
    return history.runs(demo.id()).stream().map(Run::id).filter(history::hasFrames).toList();
  }

  private void pass(int count) {
    IntStream.range(0, count)
        .forEach(_ -> memory.finished(SampleRuns.passed(demo, next(), start())));
  }

  private void fail(int count) {
    IntStream.range(0, count)
        .forEach(_ -> memory.finished(SampleRuns.missing(demo, next(), start())));
  }

  private String next() {
    minute++;
    return "run-" + minute;
  }

  private Instant start() {
    return NOON.plusSeconds(60L * minute);
  }
}
