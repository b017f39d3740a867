package io.goldenpath.history.recording;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.FindingCriteria;
import io.goldenpath.history.FoundRuns;
import io.goldenpath.history.RunCriteria;
import io.goldenpath.history.RunHistory;
import io.goldenpath.history.RunHistoryLoader;
import io.goldenpath.history.RunSearch;
import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSearchIT {

  private final Probe demo = SampleRuns.probe("demo");
  private final Probe crowd = SampleRuns.isolation("demo", 2);
  private final Probe staging = SampleRuns.probe("staging");
  private final RunHistory memory = new RunHistory();
  private final WaitingRuns waiting = new WaitingRuns(1000, Long.MAX_VALUE);
  private final RunRecorder recorder = new RunRecorder(waiting, true, _ -> Optional.empty());
  private final StoreWriter writer =
      new StoreWriter(
          DatabaseAddress.memory("search"),
          new RetentionLimits(
              Duration.ofDays(14), Duration.ofDays(14), Long.MAX_VALUE, Duration.ofDays(400)),
          waiting,
          () -> NOON,
          Stopwatch.SYSTEM);
  private final RunSearch search =
      new RunSearch(memory, new StoreReader(writer, Duration.ofMinutes(1), Stopwatch.SYSTEM));

  @BeforeEach
  void run() {
    memory.watching(List.of(demo, crowd, staging));
    for (int i = 100; i < 200; i++) {
      finish(SampleRuns.passed(demo, "demo-" + i, at(i)));
    }
    finish(SampleRuns.missing(staging, "staging-1", at(150)));
    finish(SampleRuns.servedSerially(crowd, "crowd-1", at(151), 2));
    writer.runOnce();
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void findsWhatMemoryHasForgotten() {
    assertThat(memory.find("demo-100")).isEmpty();
    assertThat(search.find("demo-100")).contains(SampleRuns.passed(demo, "demo-100", at(100)));
    assertThat(search.find("demo-99")).isEmpty();
  }

  @Test
  void listsEachRunOnceWhereverItIs() {
    assertThat(ids(null, null, null, 500)).hasSize(102).doesNotHaveDuplicates();
    assertThat(ids("demo", JourneyKind.GOLDEN_PATH, null, 500)).hasSize(100);
    assertThat(ids("demo", null, at(152), 3)).containsExactly("demo-151", "crowd-1", "demo-150");
    assertThat(ids(null, JourneyKind.ISOLATION, null, 500)).containsExactly("crowd-1");
    assertThat(search.newest(new RunCriteria(null, null, Outcome.FAILED, null), 9))
        .extracting(Run::id)
        .containsExactly("staging-1");
  }

  @ParameterizedTest
  @CsvSource({
    "missing_event, , , staging-1",
    "missing_event, events, , staging-1",
    "missing_event, login, , ''",
    "leak_content, , , ''",
    ", events, , staging-1",
    ", , AGENT_thinking never, staging-1",
    ", , nothing of the sort, ''"
  })
  void findsRunsByWhatTheyFound(
      @Nullable String kind, @Nullable String step, @Nullable String text, String ids) {
    RunCriteria criteria =
        found(label(FindingKind.values(), kind), label(Step.values(), step), text);

    assertThat(search.newest(criteria, 9)).extracting(Run::id).isEqualTo(words(ids));
    memory.watching(List.of());
    assertThat(search.newest(criteria, 9)).extracting(Run::id).isEqualTo(words(ids));
  }

  @Test
  void findsRunsThatBeganSince() {
    RunCriteria late = new RunCriteria("demo", null, null, FindingCriteria.ANY, at(198), null);

    assertThat(search.newest(late, 9)).extracting(Run::id).containsExactly("demo-199", "demo-198");
    memory.watching(List.of());
    assertThat(search.newest(late, 9)).extracting(Run::id).containsExactly("demo-199", "demo-198");
  }

  @Test
  void looksThroughSoManyRunsForAFindingAndTellsWhereToGoOn() {
    int many = 1100;
    finish(SampleRuns.stalled(demo, "far", at(-many - 1)));
    for (int i = 1; i <= many; i++) {
      finish(SampleRuns.missing(staging, "near-" + i, at(-i)));
      if (i % 500 == 0) {
        writer.runOnce();
      }
    }
    writer.runOnce();
    RunCriteria stalled = found(FindingKind.STALLED, null, null);

    FoundRuns first = search.page(stalled, 5);
    FoundRuns second =
        search.page(new RunCriteria(null, null, null, stalled.finding(), null, first.next()), 5);

    assertThat(memory.find("far")).isPresent();
    assertThat(first.runs()).as("it is of a later page, though in memory").isEmpty();
    assertThat(first.next()).isNotNull();
    assertThat(second.runs()).extracting(Run::id).containsExactly("far");
    assertThat(second.next()).isNull();
  }

  @Test
  void withoutTheStoreFindsWhatIsInMemory() {
    writer.close();

    assertThat(search.find("demo-199")).isPresent();
    assertThat(search.find("demo-100")).isEmpty();
    assertThat(ids(null, null, null, 500)).hasSize(22);
  }

  @Test
  void aRestartLosesNoLastRuns() {
    RunHistory restarted = new RunHistory();
    RunHistoryLoader loader = new RunHistoryLoader(restarted, writer);
    restarted.watching(List.of(demo, staging));
    restarted.finished(SampleRuns.missing(demo, "demo-200", at(200)));

    loader.load();
    loader.load();

    assertThat(restarted.runs(demo.id()))
        .extracting(Run::id)
        .hasSize(RunHistory.CAPACITY)
        .startsWith("demo-200", "demo-199", "demo-198")
        .endsWith("demo-181")
        .doesNotHaveDuplicates();
    assertThat(restarted.lastGood(demo.id())).map(Run::id).contains("demo-199");
    assertThat(restarted.runs(staging.id())).extracting(Run::id).containsExactly("staging-1");
    RunSearch search =
        new RunSearch(restarted, new StoreReader(writer, Duration.ofMinutes(1), Stopwatch.SYSTEM));
    assertThat(search.find("demo-199"))
        .as("with its frames")
        .contains(SampleRuns.passed(demo, "demo-199", at(199)));
  }

  @Test
  void aStoreThatIsAwayKeepsNobodyWaitingForTheLastRuns() {
    RunHistory restarted = new RunHistory();
    RunHistoryLoader loader = new RunHistoryLoader(restarted, writer);
    restarted.watching(List.of(demo));
    writer.close();

    loader.load();

    assertThat(restarted.runs(demo.id())).isEmpty();
  }

  private void finish(Run run) {
    memory.finished(run);
    recorder.finished(run);
  }

  private List<String> ids(
      @Nullable String target, @Nullable JourneyKind journey, @Nullable Instant before, int limit) {
    Cursor cursor = before == null ? null : new Cursor(before, "");
    return search.newest(new RunCriteria(target, journey, null, cursor), limit).stream()
        .map(Run::id)
        .toList();
  }

  private static RunCriteria found(
      @Nullable FindingKind kind, @Nullable Step step, @Nullable String text) {
    return new RunCriteria(null, null, null, new FindingCriteria(kind, step, text), null, null);
  }

  private static <T extends Labelled> @Nullable T label(T[] known, @Nullable String label) {
    return Stream.of(known).filter(one -> one.label().equals(label)).findFirst().orElse(null);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static Instant at(int minute) {
    return NOON.plusSeconds(60L * minute - 60L * 300);
  }
}
