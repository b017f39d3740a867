package io.goldenpath.history.recording;

import io.goldenpath.history.store.DamagedDatabase;
import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the store and writes what waits for it, on a thread of its own. A store that fails is
 * closed and opened again until it works; what waits is written then, each run once.
 */
public final class StoreWriter implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(StoreWriter.class);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration RETRY = Duration.ofSeconds(3);
  private static final Duration LAST_WRITE = Duration.ofSeconds(3);
  private static final int BATCH = 500;

  private final DatabaseAddress address;
  private final WaitingRuns waiting;
  private final List<StoredState> states;
  private final Deque<StoredState> unread;
  private final InstantSource clock;
  private final Stopwatch stopwatch;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("history").daemon(true).factory());
  private final StoreRetention retention;
  private final CountDownLatch tried = new CountDownLatch(1);
  private volatile @Nullable RunStore store;
  private volatile HistoryStatus status;
  private Deadline nextTry;
  private boolean reported;

  public StoreWriter(
      DatabaseAddress address,
      RetentionLimits limits,
      WaitingRuns waiting,
      InstantSource clock,
      Stopwatch stopwatch) {
    this(address, limits, waiting, List.of(), clock, stopwatch);
  }

  /** These states are read when the store has been opened, before any run is written. */
  public StoreWriter(
      DatabaseAddress address,
      RetentionLimits limits,
      WaitingRuns waiting,
      List<StoredState> states,
      InstantSource clock,
      Stopwatch stopwatch) {
    this.states = List.copyOf(states);
    this.unread = new ArrayDeque<>(states);
    this.address = address;
    this.waiting = waiting;
    this.clock = clock;
    this.stopwatch = stopwatch;
    this.status = new HistoryStatus(clock.instant(), "it has not been opened yet");
    this.nextTry = Deadline.in(Duration.ZERO, stopwatch);
    this.retention = new StoreRetention(limits, clock, stopwatch);
  }

  public void start() {
    thread.scheduleWithFixedDelay(this::runOnce, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether what is written is there at the next start. */
  public boolean outlivesProcess() {
    return address.outlivesProcess();
  }

  /** The store, once it has been tried to open it; empty where that fails or takes longer. */
  public Optional<RunStore> opened(Duration most) throws InterruptedException {
    return tried.await(most.toMillis(), TimeUnit.MILLISECONDS) ? store() : Optional.empty();
  }

  public HistoryStatus status() {
    return status;
  }

  /** How long good runs are kept. */
  public KeptPeriod runsKept() {
    return retention.runs();
  }

  /** How long transcripts of good runs are kept. */
  public KeptPeriod transcriptsKept() {
    return retention.transcripts();
  }

  /** Empty while it cannot be used. */
  public Optional<RunStore> store() {
    return Optional.ofNullable(store);
  }

  /** Writes all that waits, unless the store has failed a moment ago. */
  void runOnce() {
    runOnce(false);
  }

  private void runOnce(boolean last) {
    if (store == null && !nextTry.reached(stopwatch.nanos())) {
      return;
    }
    try {
      RunStore open = open();
      restoreStates(open);
      writeAll(open);
      states.forEach(state -> state.save(open, last));
      available();
      retention.expire(open);
    } catch (RuntimeException | Error failure) {
      failed(failure);
    } finally {
      tried.countDown();
    }
  }

  /** Writes what is left, if that does not take long, and closes the store. */
  @Override
  public void close() {
    if (!thread.isShutdown()) {
      thread.execute(() -> runOnce(true));
      thread.shutdown();
    }
    try {
      if (!thread.awaitTermination(LAST_WRITE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (waiting.size() > 0) {
      logger.warn("{} runs could not be stored before the end", waiting.size());
    }
    store().ifPresent(RunStore::close);
    store = null;
  }

  private RunStore open() {
    RunStore known = store;
    if (known != null) {
      return known;
    }
    RunStore opened = RunStore.open(address);
    store = opened;
    return opened;
  }

  private void restoreStates(RunStore open) {
    while (!unread.isEmpty()) {
      unread.element().restore(open);
      unread.remove();
    }
  }

  /** What comes meanwhile waits for the next time, or the states would wait for ever under load. */
  private void writeAll(RunStore open) {
    for (int left = waiting.size(); left > 0; left -= BATCH) {
      writeBatch(open, waiting.take(Math.min(left, BATCH)));
    }
  }

  private void writeBatch(RunStore open, List<RunEntry> batch) {
    if (!batch.isEmpty()) {
      try {
        write(open, batch);
        waiting.stored();
      } catch (RuntimeException | Error failure) {
        waiting.putBack();
        throw failure;
      }
    }
  }

  private void write(RunStore open, List<RunEntry> batch) {
    try {
      open.write(batch);
    } catch (RuntimeException failure) {
      if (!StoreFailure.ofEntries(failure)) {
        throw failure;
      }
      batch.forEach(entry -> writeAlone(open, entry));
    }
  }

  /** An entry that cannot be stored must not keep the others from it. */
  private void writeAlone(RunStore open, RunEntry entry) {
    try {
      open.write(List.of(entry));
    } catch (RuntimeException failure) {
      if (!StoreFailure.ofEntries(failure)) {
        throw failure;
      }
      waiting.countDropped();
      logger.warn("Run {} cannot be stored; it is left out", entry.run().id(), failure);
    }
  }

  private void available() {
    if (!status.available()) {
      status = new HistoryStatus(clock.instant(), null);
    }
    if (reported) {
      reported = false;
      logger.info("The history is written again, in {}", address);
    }
  }

  private void failed(Throwable failure) {
    RunStore broken = store;
    store = null;
    if (broken != null) {
      broken.abandon();
    }
    nextTry = Deadline.in(RETRY, stopwatch);
    Optional<Path> damaged = address.file().filter(_ -> DamagedDatabase.causes(failure));
    if (damaged.isPresent() && setAside(damaged.get(), failure)) {
      nextTry = Deadline.in(Duration.ZERO, stopwatch);
    } else {
      report(StoreFailure.text(failure));
    }
  }

  private boolean setAside(Path file, Throwable failure) {
    try {
      Path aside = DamagedDatabase.setAside(file, clock.instant());
      logger.warn(
          "The history's file was damaged ({}). It is kept as {}, and a new one begins",
          StoreFailure.text(failure),
          aside);
      return true;
    } catch (UncheckedIOException notMoved) {
      logger.debug("The damaged file could not be renamed", notMoved);
      return false;
    }
  }

  private void report(String problem) {
    status = new HistoryStatus(status.available() ? clock.instant() : status.since(), problem);
    if (!reported) {
      reported = true;
      logger.warn(
          "The history cannot be written to {}: {} (see {}). Runs wait for it within bounds, and"
              + " everything else goes on",
          address,
          problem,
          address.setting());
    }
  }
}
