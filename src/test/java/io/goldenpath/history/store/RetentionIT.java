package io.goldenpath.history.store;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RetentionIT {

  private static final Duration LONG = Duration.ofDays(400);

  @TempDir Path folder;

  private final TestDatabase kind;
  private final Probe demo = SampleRuns.probe("demo");

  @SuppressWarnings("NullAway.Init")
  private RunStore store;

  RetentionIT(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    store = RunStore.open(kind.create(folder));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void deletesRunsAndTranscriptsByTheirAge() {
    write(
        SampleRuns.missing(demo, "oldest", at(0)),
        SampleRuns.missing(demo, "old", at(2)),
        SampleRuns.missing(demo, "new", at(3)));

    expire(new RetentionLimits(Duration.ofHours(3), Duration.ofHours(1), Long.MAX_VALUE, LONG));

    assertThat(ids()).containsExactly("new", "old");
    assertThat(frames("old")).isZero();
    assertThat(frames("new")).isPositive();
    assertThat(aggregates(AggregateSpan.HOUR)).isEqualTo(3);
  }

  @Test
  void deletesTheSumsOfFiveMinutesLongBeforeThoseOfAnHour() {
    write(SampleRuns.passed(demo, "run", at(4).minus(Duration.ofDays(15))));

    expire(new RetentionLimits(LONG, LONG, Long.MAX_VALUE, LONG));
    assertThat(aggregates(AggregateSpan.FIVE_MINUTES)).isZero();
    assertThat(aggregates(AggregateSpan.HOUR)).isEqualTo(1);

    expire(new RetentionLimits(LONG, LONG, Long.MAX_VALUE, Duration.ofDays(14)));
    assertThat(aggregates(AggregateSpan.HOUR)).isZero();
  }

  @Test
  void deletesAFewSumsAtATime() {
    for (int i = 0; i < 12; i++) {
      write(SampleRuns.passed(demo, "run-" + i, at(i)));
    }
    RetentionLimits limits = new RetentionLimits(LONG, LONG, Long.MAX_VALUE, Duration.ofDays(1));

    assertThat(store.expire(limits, at(100))).isEqualTo(RetentionStep.TOO_OLD);

    assertThat(aggregates(AggregateSpan.HOUR)).isEqualTo(7);
  }

  @Test
  void aboveItsSizeGivesUpGoodRunsBeforeFailures() {
    write(SampleRuns.missing(demo, "failure", at(0)));
    long failure = store.bytes();
    write(SampleRuns.passed(demo, "good", at(1)), SampleRuns.passed(demo, "better", at(2)));
    long all = store.bytes();

    assertThat(store.expire(limits(all), at(3))).isEqualTo(RetentionStep.NOTHING);
    assertThat(store.expire(limits(all - 1), at(3))).isEqualTo(RetentionStep.FRAMES_BEYOND_SIZE);
    assertThat(ids()).containsExactly("better", "good", "failure");
    assertThat(List.of(frames("good"), frames("better"))).containsOnly(0);

    expire(limits(failure));
    assertThat(ids()).containsExactly("failure");
    assertThat(frames("failure")).isPositive();
    assertThat(store.bytes()).isEqualTo(failure);

    expire(limits(0));
    assertThat(ids()).isEmpty();
    assertThat(store.bytes()).isZero();
    assertThat(aggregates(AggregateSpan.HOUR)).isEqualTo(3);
  }

  @Test
  void keepsCountOfFramesThatAreDroppedLater() {
    write(SampleRuns.missing(demo, "first", at(0)));
    long first = store.bytes();
    store.write(
        List.of(
            RunEntry.withoutFrames(SampleRuns.passed(demo, "second", at(1)))
                .with(new RunEntry.OtherFrames("first", null))));
    assertThat(frames("first")).isZero();

    store.write(
        List.of(
            RunEntry.withoutFrames(SampleRuns.passed(demo, "third", at(2)))
                .with(
                    new RunEntry.OtherFrames(
                        null, RunEntry.RunFrames.of(SampleRuns.missing(demo, "first", at(0)))))));
    assertThat(frames("first")).isPositive();

    expire(limits(first));
    assertThat(ids()).containsExactly("first");
    assertThat(store.bytes()).isEqualTo(first);
  }

  private void write(Run... runs) {
    store.write(List.of(runs).stream().map(RunEntry::withFrames).toList());
  }

  private void expire(RetentionLimits limits) {
    while (store.expire(limits, at(4)) != RetentionStep.NOTHING) {
      assertThat(store.bytes()).isNotNegative();
    }
  }

  private static RetentionLimits limits(long bytes) {
    return new RetentionLimits(LONG, LONG, bytes, LONG);
  }

  private List<String> ids() {
    return store.runs(new RunFilter(null, null, null, 100)).stream().map(Run::id).toList();
  }

  private int frames(String run) {
    return store.find(run).orElseThrow().users().stream()
        .mapToInt(user -> user.transcript().frames().size())
        .sum();
  }

  private int aggregates(AggregateSpan span) {
    return store.aggregates(demo.id(), span, NOON.minus(LONG), NOON.plus(LONG)).size();
  }

  private static Instant at(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }
}
