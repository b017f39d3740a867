package io.goldenpath.notify;

import static io.goldenpath.model.run.SampleRuns.NOON;

import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.WaitingRuns;
import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.incident.IncidentBoard;
import io.goldenpath.incident.storage.IncidentSearch;
import io.goldenpath.incident.storage.IncidentStorage;
import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.notify.outbox.Outbox;
import io.goldenpath.notify.outbox.OutboxStorage;
import io.goldenpath.notify.receiver.NoticeClient;
import io.goldenpath.notify.receiver.Receivers;
import io.goldenpath.settings.notify.NotifySettings;
import io.goldenpath.settings.reader.WrittenSettings;
import io.goldenpath.verdict.VerdictBoard;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * All that tells of incidents, on one thread and by a clock that is moved, with what a database
 * keeps of it over restarts.
 */
final class NotifierUnderTest implements AutoCloseable {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  Instant now = NOON;
  NotifySettings settings;
  VerdictBoard verdicts;
  IncidentBoard board;
  MaintenanceBoard maintenance;
  Notifier notifier;
  private Outbox outbox;
  private IncidentStorage incidents;
  private final StoreWriter reading;
  private final Probe[] probes;
  private final RunStore store;
  private final NoticeClient client = new NoticeClient("monitor", LONGEST_ANSWER, () -> now);
  private final Executor executor;
  private boolean databaseIsAway;
  private boolean databaseIsRead;
  private int number;

  private NotifierUnderTest(
      DatabaseAddress address, NotifySettings settings, Executor executor, Probe... probes) {
    this.store = RunStore.open(address);
    this.reading = opened(address);
    this.settings = settings;
    this.executor = executor;
    this.probes = probes;
    restart();
  }

  static NotifierUnderTest of(NotifySettings settings, Probe... probes) {
    return of(settings, Runnable::run, probes);
  }

  /** What is sent is sent by this executor. */
  static NotifierUnderTest of(NotifySettings settings, Executor executor, Probe... probes) {
    return new NotifierUnderTest(
        DatabaseAddress.memory("notify-" + UUID.randomUUID()), settings, executor, probes);
  }

  /** What stands beneath {@code notify}. */
  static NotifySettings written(String yaml) throws IOException {
    return WrittenSettings.ofYaml(
            """
            goldenpath:
              targets:
                staging:
                  login: { type: none }
                  socket: { url: wss://api.example.com/ws }
              notify:
            """
                + yaml.indent(4))
        .settings()
        .telling();
  }

  /** A new process: what was not stored is lost, as with {@code kill -9}. */
  void restart() {
    verdicts = new VerdictBoard(() -> now, List.of());
    board = new IncidentBoard(verdicts, (_, _) -> Optional.of("1.8.3"), () -> now);
    maintenance = new MaintenanceBoard(() -> now);
    outbox = new Outbox();
    incidents = new IncidentStorage(board, Duration.ofDays(400), () -> now, Stopwatch.SYSTEM);
    notifier =
        new Notifier(
            () -> settings,
            outbox,
            new IncidentSource(
                board,
                new IncidentSearch(
                    board, new StoreReader(reading, Duration.ofSeconds(5), Stopwatch.SYSTEM)),
                verdicts,
                maintenance),
            new Receivers("eu-west-1", client, LONGEST_ANSWER, () -> now),
            executor,
            () -> now);
    databaseIsRead = false;
    read();
    watch(probes);
  }

  void watch(Probe... watched) {
    verdicts.watching(List.of(watched));
    board.watching(List.of(watched));
    maintenance.watching(List.of(watched));
  }

  private void read() {
    if (!databaseIsAway && !databaseIsRead) {
      incidents.restore(store);
      new OutboxStorage(outbox).restore(store);
      databaseIsRead = true;
    }
  }

  void databaseIsAway() {
    databaseIsAway = true;
  }

  void databaseIsBack() {
    databaseIsAway = false;
  }

  /** What a monitor writes of itself, again and again. */
  void save() {
    read();
    if (!databaseIsAway) {
      incidents.save(store, false);
      new OutboxStorage(outbox).save(store, false);
    }
  }

  /** So much later, second by second. */
  void advance(Duration time) {
    for (Instant end = now.plus(time); now.isBefore(end); now = now.plusSeconds(1)) {
      runOnce();
    }
    runOnce();
  }

  void runOnce() {
    runOnceUnsaved();
    save();
  }

  /** What it changes is not written, as where a kill comes too early. */
  void runOnceUnsaved() {
    notifier.runOnce();
  }

  void bad(Probe probe) {
    finish(SampleRuns.missing(probe, "run-" + ++number, now));
  }

  void otherwiseBad(Probe probe) {
    finish(SampleRuns.stalled(probe, "run-" + ++number, now));
  }

  void late(Probe probe) {
    finish(SampleRuns.late(probe, "run-" + ++number, now));
  }

  void good(Probe probe) {
    finish(SampleRuns.passed(probe, "run-" + ++number, now));
  }

  void finish(Run run) {
    Run marked = maintenance.mark(run);
    verdicts.finished(marked);
    board.finished(marked);
    save();
  }

  /** What finds incidents that are in the database alone. */
  private StoreWriter opened(DatabaseAddress address) {
    StoreWriter writer =
        new StoreWriter(
            address,
            new RetentionLimits(
                Duration.ofDays(14), Duration.ofDays(14), 1 << 20, Duration.ofDays(14)),
            new WaitingRuns(1, 1),
            () -> now,
            Stopwatch.SYSTEM);
    writer.start();
    try {
      var _ = writer.opened(Duration.ofSeconds(20)).orElseThrow();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return writer;
  }

  @Override
  public void close() {
    client.close();
    reading.close();
    store.close();
  }
}
