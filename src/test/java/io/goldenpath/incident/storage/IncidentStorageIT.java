package io.goldenpath.incident.storage;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.WaitingRuns;
import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.history.store.TestDatabase;
import io.goldenpath.incident.Incident;
import io.goldenpath.incident.IncidentBoard;
import io.goldenpath.incident.IncidentCursor;
import io.goldenpath.incident.IncidentFilter;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.verdict.VerdictBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Incidents outlive the monitor's process, and the store's absence. */
@ParameterizedClass
@ExtendWith(OutputCaptureExtension.class)
@EnumSource(TestDatabase.class)
class IncidentStorageIT {

  private static final IncidentFilter ALL = new IncidentFilter(null, null, null, null);
  private static final IncidentFilter OPEN = new IncidentFilter(null, null, true, null);

  @TempDir Path folder;

  private final TestDatabase kind;
  private final Probe shop = SampleRuns.probe("shop");
  private final Probe lab = SampleRuns.probe("lab");
  private DatabaseAddress address;
  private RunStore store;
  private Instant now = NOON;
  private long nanos;

  IncidentStorageIT(TestDatabase kind) {
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
  void areWrittenAsTheyBeginChangeAndEnd() {
    Monitor monitor = new Monitor(shop);

    monitor.finish(SampleRuns.missing(shop, "a", NOON));
    Incident begun = only();
    monitor.finish(SampleRuns.stalled(shop, "b", NOON.plusSeconds(60)));
    Incident changed = only();
    monitor.finish(SampleRuns.passed(shop, "c", NOON.plusSeconds(120)));
    Incident ended = only();

    assertThat(begun.runs().bad()).isEqualTo(1);
    assertThat(changed.runs().bad()).isEqualTo(2);
    assertThat(changed.causes().listed()).hasSize(2);
    assertThat(ended.state()).isEqualTo(Incident.State.RECOVERED);
    assertThat(List.of(ended)).isEqualTo(monitor.board.incidents());
    assertThat(List.of(begun.id(), changed.id())).containsOnly(ended.id());
  }

  @Test
  void goOnAfterARestart() {
    Monitor before = new Monitor(shop);
    before.finish(SampleRuns.missing(shop, "a", NOON));

    Monitor after = new Monitor(shop);
    assertThat(after.board.incidents()).isEqualTo(before.board.incidents());
    after.finish(SampleRuns.missing(shop, "b", NOON.plusSeconds(60)));

    assertThat(only().runs().first()).isEqualTo("a");
    assertThat(only().runs().bad()).isEqualTo(2);
  }

  @Test
  void beginWithARunOfBeforeTheRestart() {
    Probe patient = SampleRuns.withVerdict(shop, VerdictPolicy.DEFAULT);
    new Monitor(patient).finish(SampleRuns.missing(patient, "a", NOON));
    assertThat(read(ALL)).isEmpty();

    Monitor after = new Monitor(patient);
    after.verdicts.finished(SampleRuns.missing(patient, "a", NOON));
    after.finish(SampleRuns.missing(patient, "b", NOON.plusSeconds(60)));

    assertThat(only().runs().first()).isEqualTo("a");
    assertThat(suspects()).isZero();
  }

  @Test
  void areNotBegunByARunThatStaysAlone() {
    Probe patient = SampleRuns.withVerdict(shop, VerdictPolicy.DEFAULT);
    Monitor monitor = new Monitor(patient);
    monitor.finish(SampleRuns.missing(patient, "a", NOON));
    assertThat(suspects()).isEqualTo(1);
    for (int i = 1; i < 4; i++) {
      monitor.finish(SampleRuns.passed(patient, "good-" + i, at(i)));
    }

    assertThat(suspects()).isZero();
    assertThat(read(ALL)).isEmpty();
  }

  @Test
  void areListedNewestFirstPageByPage() {
    Monitor monitor = new Monitor(shop, lab);
    for (int i = 0; i < 4; i++) {
      monitor.outage(i % 2 == 0 ? shop : lab, i);
    }
    monitor.finish(SampleRuns.missing(lab, "open", at(4)));

    assertThat(firstRuns(ALL)).containsExactly("open", "bad-3", "bad-2", "bad-1", "bad-0");
    assertThat(firstRuns(OPEN)).containsExactly("open");
    assertThat(firstRuns(new IncidentFilter("shop", null, null, null)))
        .containsExactly("bad-2", "bad-0");
    assertThat(firstRuns(new IncidentFilter("lab", JourneyKind.GOLDEN_PATH, false, null)))
        .containsExactly("bad-3", "bad-1");
    assertThat(firstRuns(new IncidentFilter(null, JourneyKind.RECOVERY, null, null))).isEmpty();
    IncidentCursor cursor = IncidentCursor.at(read(ALL).get(2));
    assertThat(firstRuns(new IncidentFilter(null, null, null, cursor)))
        .containsExactly("bad-1", "bad-0");
  }

  @Test
  void thatBeganAtTheSameMomentAreAllOnOneOfThePages() {
    Monitor monitor = new Monitor(shop, lab);
    monitor.finish(SampleRuns.missing(shop, "a", NOON));
    monitor.finish(SampleRuns.missing(lab, "b", NOON));

    List<Incident> first = IncidentTable.of(store).read(ALL, 1);
    IncidentCursor next =
        IncidentCursor.of(IncidentCursor.at(first.getFirst()).toString()).orElseThrow();

    assertThat(read(new IncidentFilter(null, null, null, next)))
        .hasSize(1)
        .doesNotContainAnyElementsOf(first);
  }

  @Test
  void areDeletedWhenTheyAreTooOldUnlessTheyAreOpen() {
    Monitor monitor = new Monitor(shop, lab);
    monitor.outage(shop, 0);
    monitor.finish(SampleRuns.missing(lab, "open", at(1)));
    monitor.outage(shop, 2);
    assertThat(monitor.board.keptSince()).isEqualTo(NOON);

    now = at(2).plus(Duration.ofDays(400));
    monitor.saveLater();

    assertThat(firstRuns(ALL)).containsExactly("bad-2", "open");
    assertThat(new Monitor(shop, lab).board.keptSince())
        .isEqualTo(monitor.board.keptSince())
        .isEqualTo(at(2));
  }

  @Test
  void areDeletedWhenTheyAreTooMany() {
    Monitor monitor = new Monitor(shop);
    for (int i = 0; i < 6; i++) {
      monitor.outage(shop, i);
    }

    monitor.saveLater();

    assertThat(firstRuns(ALL)).containsExactly("bad-5", "bad-4", "bad-3", "bad-2");
    assertThat(monitor.board.keptSince()).isEqualTo(at(2));
  }

  @Test
  void areStoredWhateverTheTargetSent() {
    Monitor monitor = new Monitor(shop);
    String hostile = "\u0000 \ud800 ö 😀 ' \" \\ </script>";

    monitor.finish(SampleRuns.quoting(shop, "a", NOON, hostile));

    assertThat(only().causes()).isEqualTo(monitor.board.incidents().getFirst().causes());
  }

  @Test
  void thatCannotBeReadAreLeftOut(CapturedOutput output) {
    Monitor monitor = new Monitor(shop, lab);
    monitor.finish(SampleRuns.missing(shop, "a", NOON));
    store.client().sql("UPDATE goldenpath.incidents SET details = '{}'").update();
    monitor.finish(SampleRuns.missing(lab, "b", NOON));

    assertThat(new Monitor(shop, lab).board.incidents())
        .extracting(incident -> incident.runs().first())
        .containsExactly("b");
    assertThat(output).contains("cannot be read; it is left out");
  }

  @Test
  void waitForAStoreThatIsAwayAndAreFoundInMemoryMeanwhile() {
    Monitor monitor = new Monitor(shop);
    StoreWriter writer =
        new StoreWriter(
            address,
            new RetentionLimits(
                Duration.ofDays(14), Duration.ofDays(14), 1 << 20, Duration.ofDays(400)),
            new WaitingRuns(1, 1),
            List.of(monitor.storage),
            () -> now,
            Stopwatch.SYSTEM);
    IncidentSearch search =
        new IncidentSearch(
            monitor.board, new StoreReader(writer, Duration.ofSeconds(30), Stopwatch.SYSTEM));
    monitor.judge(SampleRuns.missing(shop, "a", NOON));
    monitor.judge(SampleRuns.passed(shop, "b", NOON.plusSeconds(60)));
    assertThat(search.newest(ALL, 10)).hasSize(1);
    assertThat(read(ALL)).isEmpty();

    store.close();
    writer.start();
    try {
      await().atMost(Duration.ofSeconds(60)).until(() -> monitor.board.changes().none());
      assertThat(search.newest(ALL, 10))
          .hasSize(1)
          .isEqualTo(
              writer.store().map(open -> IncidentTable.of(open).read(ALL, 10)).orElseThrow());
    } finally {
      writer.close();
    }
  }

  private static Instant at(int hour) {
    return NOON.plus(Duration.ofHours(hour));
  }

  private List<Incident> read(IncidentFilter filter) {
    return IncidentTable.of(store).read(filter, 100);
  }

  private Incident only() {
    assertThat(read(ALL)).hasSize(1);
    return read(ALL).getFirst();
  }

  private List<String> firstRuns(IncidentFilter filter) {
    return read(filter).stream().map(incident -> incident.runs().first()).toList();
  }

  private long suspects() {
    return store
        .client()
        .sql("SELECT COUNT(*) FROM goldenpath.incident_suspects")
        .query(Long.class)
        .single();
  }

  /** What of the monitor a restart begins anew. */
  private final class Monitor {

    private final VerdictBoard verdicts = new VerdictBoard(() -> now, List.of());
    private final IncidentBoard board =
        new IncidentBoard(verdicts, (_, _) -> Optional.of("1.8.3"), () -> now);
    private final IncidentStorage storage =
        new IncidentStorage(board, Duration.ofDays(400), 4, () -> now, () -> nanos);

    private Monitor(Probe... probes) {
      storage.restore(store);
      verdicts.watching(List.of(probes));
      board.watching(List.of(probes));
    }

    private void judge(Run run) {
      verdicts.finished(run);
      board.finished(run);
    }

    private void finish(Run run) {
      judge(run);
      storage.save(store, false);
    }

    private void outage(Probe probe, int hour) {
      finish(SampleRuns.missing(probe, "bad-" + hour, at(hour)));
      finish(SampleRuns.passed(probe, "good-" + hour, at(hour).plusSeconds(60)));
    }

    private void saveLater() {
      nanos += Duration.ofMinutes(10).toNanos();
      storage.save(store, false);
    }
  }
}
