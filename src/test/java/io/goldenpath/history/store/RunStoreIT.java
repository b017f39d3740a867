package io.goldenpath.history.store;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.goldenpath.history.store.RunEntry.OtherFrames;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.run.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RunStoreIT {

  @TempDir Path folder;

  private final TestDatabase kind;
  private final Probe demo = SampleRuns.probe("demo");
  private final Probe staging = SampleRuns.probe("staging");
  private DatabaseAddress address;
  private RunStore store;

  RunStoreIT(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    address = kind.create(folder);
    store = RunStore.open(address);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void givesEveryKindOfRunBackAsItWas() {
    List<Run> runs =
        List.of(
            SampleRuns.passed(demo, "passed", NOON.plusNanos(123_456_789)),
            SampleRuns.late(demo, "late", NOON),
            SampleRuns.missing(demo, "missing", NOON),
            SampleRuns.stalled(demo, "stalled", NOON),
            SampleRuns.refused(demo, "refused", NOON),
            SampleRuns.broken(demo, "broken", NOON),
            SampleRuns.quoting(demo, "quoting", NOON, "\u0000 \"ö\" 😀 ' \\"),
            SampleRuns.unrecovered(SampleRuns.recovery("demo"), "unrecovered", NOON),
            SampleRuns.servedSerially(SampleRuns.isolation("demo", 30), "crowd", NOON, 30));

    write(runs.toArray(Run[]::new));

    runs.forEach(run -> assertThat(store.find(run.id())).contains(run));
  }

  @Test
  void aRunWithoutItsFramesStillCountsThem() {
    Run run = SampleRuns.passed(demo, "run", NOON);

    store.write(List.of(RunEntry.withoutFrames(run)));

    UserRun found = store.find("run").orElseThrow().users().getFirst();
    assertThat(found)
        .isEqualTo(run.users().getFirst().withTranscript(new Transcript(List.of(), 8)));
  }

  @Test
  void keepsFramesThatNoColumnWouldHold() {
    byte[] noise = new byte[3 << 20];
    new Random(1).nextBytes(noise);
    Run run = SampleRuns.quoting(demo, "noisy", NOON, Base64.getEncoder().encodeToString(noise));

    RunEntry whole = RunEntry.withFrames(run);
    Run brief = SampleRuns.passed(demo, "noisy", NOON);
    store.write(
        List.of(
            new RunEntry(
                brief,
                RunEncoding.details(brief),
                whole.frames(),
                List.of(),
                OtherFrames.NONE,
                null)));

    assertThat(store.find("noisy").orElseThrow().users())
        .extracting(UserRun::transcript)
        .isEqualTo(run.users().stream().map(UserRun::transcript).toList());
  }

  @Test
  void keepsWhatWasBelievedLastOfEachProbe() {
    Run first = SampleRuns.passed(demo, "first", NOON);
    Run second = SampleRuns.passed(demo, "second", NOON.plusSeconds(60));
    store.write(List.of(RunEntry.withoutFrames(first).withVerdict("{\"it\":\"is up\"}")));
    store.write(
        List.of(
            RunEntry.withoutFrames(second).withVerdict("so-so"),
            RunEntry.withoutFrames(SampleRuns.passed(demo, "third", NOON)).withVerdict("down"),
            RunEntry.withoutFrames(SampleRuns.passed(demo, "fourth", NOON))));

    assertThat(store.verdicts()).isEqualTo(Map.of(demo.id(), "down"));
  }

  @Test
  void aRunThatIsWrittenAgainCountsOnce() {
    Run first = SampleRuns.passed(demo, "first", NOON);
    Run second = SampleRuns.passed(demo, "second", NOON.plusSeconds(60));

    write(first);
    write(first, second);

    assertThat(ids(null, null, null)).containsExactly("second", "first");
    assertThat(hour(NOON).runs()).isEqualTo(new OutcomeCounts(2, 0, 0, 0));
  }

  @Test
  void aBatchIsWrittenWholeOrNotAtAll() {
    Run good = SampleRuns.passed(demo, "good", NOON);
    Run bad = SampleRuns.passed(demo, "x".repeat(100), NOON);

    assertThatThrownBy(() -> write(good, bad)).isInstanceOf(DataAccessException.class);

    assertThat(store.find("good")).isEmpty();
    assertThat(aggregates(AggregateSpan.HOUR)).isEmpty();
    write(good);
    assertThat(hour(NOON).runs()).isEqualTo(new OutcomeCounts(1, 0, 0, 0));
  }

  @Test
  void listsRunsNewestFirstPageByPage() {
    List<Run> all =
        IntStream.range(0, 7)
            .mapToObj(i -> SampleRuns.passed(i % 2 == 0 ? demo : staging, "run-" + i, at(i / 2)))
            .toList();
    write(all.toArray(Run[]::new));

    List<Run> first = store.runs(new RunFilter(null, null, null, 3));
    List<Run> second = store.runs(new RunFilter(null, null, Cursor.at(first.getLast()), 10));

    assertThat(first).extracting(Run::id).containsExactly("run-6", "run-5", "run-4");
    assertThat(second).extracting(Run::id).containsExactly("run-3", "run-2", "run-1", "run-0");
  }

  @Test
  void listsTheRunsOfOneProbeAndOfOneOutcome() {
    write(
        SampleRuns.passed(demo, "good", at(0)),
        SampleRuns.missing(demo, "bad", at(1)),
        SampleRuns.missing(staging, "other", at(2)),
        SampleRuns.missing(demo, "worse", at(3)));

    assertThat(ids(demo.id(), null, null)).containsExactly("worse", "bad", "good");
    assertThat(ids(null, Outcome.FAILED, null)).containsExactly("worse", "other", "bad");
    assertThat(ids(demo.id(), Outcome.FAILED, new Cursor(at(3), "worse"))).containsExactly("bad");
    assertThat(ids(SampleRuns.probe("unheard").id(), null, null)).isEmpty();
  }

  @Test
  void aListGivesItsConnectionBack() {
    write(SampleRuns.passed(demo, "run", NOON));

    for (int i = 0; i < 10; i++) {
      assertThat(ids(demo.id(), null, null)).containsExactly("run");
    }
  }

  @Test
  void addsUpWhatHappenedInEachFiveMinutesAndEachHour() {
    write(
        SampleRuns.passed(demo, "one", at(0)),
        SampleRuns.refused(demo, "two", at(4)),
        SampleRuns.broken(demo, "three", at(5)));
    write(SampleRuns.late(demo, "four", at(6)), SampleRuns.passed(staging, "five", at(6)));

    assertThat(aggregates(AggregateSpan.FIVE_MINUTES)).containsOnlyKeys(at(0), at(5));
    assertThat(hour(NOON).runs()).isEqualTo(new OutcomeCounts(1, 1, 1, 1));
    assertThat(hour(NOON).scheduled()).isEqualTo(hour(NOON).runs());
    TimeDistribution durations = hour(NOON).times().duration();
    assertThat(durations.count()).isEqualTo(3);
    assertThat(durations.total()).isEqualTo(Duration.ofMillis(1842 + 66 + 1842));
    assertThat(durations.buckets().get(TimeDistribution.BOUNDS.indexOf(Duration.ofMillis(2500))))
        .isEqualTo(2);
    assertThat(hour(NOON).times().answer().count()).isEqualTo(2);
  }

  @Test
  void remembersTheTraceOfARun() {
    RunTrace trace = new RunTrace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);

    write(SampleRuns.traced(SampleRuns.passed(demo, "traced", NOON), trace));

    assertThat(store.find("traced").map(Run::info).map(RunInfo::trace)).hasValue(trace);
  }

  @Test
  void runsOnRequestDoNotCountAsScheduled() {
    Run run = SampleRuns.passed(demo, "asked-for", NOON);
    RunInfo info = new RunInfo("asked-for", demo.id(), "local", Trigger.REQUEST, NOON);

    write(Run.of(info, run.duration(), run.findings(), run.users()));

    assertThat(hour(NOON).runs()).isEqualTo(new OutcomeCounts(1, 0, 0, 0));
    assertThat(hour(NOON).scheduled()).isEqualTo(OutcomeCounts.NONE);
  }

  @Test
  void dividesTheTimeInAVerdictAmongTheWindows() {
    Run run = SampleRuns.passed(demo, "run", at(62));
    List<VerdictSpan> verdicts =
        List.of(
            new VerdictSpan(Verdict.UP, at(58), at(59)),
            new VerdictSpan(Verdict.DOWN, at(59), at(62)));

    store.write(List.of(RunEntry.withFrames(run).with(verdicts)));

    assertThat(hour(NOON).verdicts())
        .isEqualTo(
            new VerdictTimes(
                Duration.ofMinutes(1), Duration.ZERO, Duration.ofMinutes(1), Duration.ZERO));
    assertThat(hour(at(60)).verdicts().down()).isEqualTo(Duration.ofMinutes(2));
    assertThat(aggregates(AggregateSpan.FIVE_MINUTES)).containsOnlyKeys(at(55), at(60));
  }

  @Test
  void isThereAfterItWasClosedAndOpenedAgain() {
    assumeThat(kind).isNotEqualTo(TestDatabase.H2_MEMORY);
    Run run = SampleRuns.missing(demo, "run", NOON);
    write(run);

    store.close();
    store = RunStore.open(address);

    assertThat(store.find("run")).contains(run);
    write(SampleRuns.passed(demo, "next", at(1)));
    assertThat(hour(NOON).runs()).isEqualTo(new OutcomeCounts(1, 0, 1, 0));
  }

  @Test
  void bringsAStoreOfAnEarlierVersionUpToDate() {
    assumeThat(kind).isNotEqualTo(TestDatabase.H2_MEMORY);
    write(SampleRuns.missing(demo, "early", NOON));
    store.template().execute("DROP TABLE goldenpath.transcript_runs");
    store.template().execute("DROP INDEX goldenpath.runs_by_probe_and_outcome");
    store
        .template()
        .execute(
            "DELETE FROM goldenpath.\"flyway_schema_history\" WHERE \"version\" IN ('22', '30')");
    store.close();

    store = RunStore.open(address);

    RetentionLimits limits =
        new RetentionLimits(
            Duration.ofDays(9), Duration.ofDays(1), Long.MAX_VALUE, Duration.ofDays(9));
    assertThat(store.find("early").orElseThrow().users().getFirst().transcript().frames())
        .isNotEmpty();
    store.expire(limits, NOON.plus(Duration.ofDays(2)));
    assertThat(store.find("early").orElseThrow().users().getFirst().transcript().frames())
        .isEmpty();
  }

  private void write(Run... runs) {
    store.write(Stream.of(runs).map(run -> RunEntry.withFrames(run)).toList());
  }

  private List<String> ids(
      @Nullable ProbeId probe, @Nullable Outcome outcome, @Nullable Cursor before) {
    Set<ProbeId> probes = probe == null ? null : Set.of(probe);
    return store.runs(new RunFilter(probes, outcome, before, 100)).stream().map(Run::id).toList();
  }

  private Aggregate hour(Instant start) {
    return aggregates(AggregateSpan.HOUR).getOrDefault(start, Aggregate.EMPTY);
  }

  private SortedMap<Instant, Aggregate> aggregates(AggregateSpan span) {
    return store.aggregates(demo.id(), span, NOON, NOON.plus(Duration.ofDays(1)));
  }

  private static Instant at(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }
}
