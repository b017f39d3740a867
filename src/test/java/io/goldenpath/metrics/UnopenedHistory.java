package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;

import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.WaitingRuns;
import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;

/** A history that nobody has opened yet. */
public final class UnopenedHistory {

  public static final WaitingRuns WAITING = new WaitingRuns(1, 1);
  public static final StoreWriter WRITER =
      new StoreWriter(
          DatabaseAddress.memory("unopened"),
          new RetentionLimits(Duration.ofDays(14), Duration.ofDays(7), 0, Duration.ZERO),
          WAITING,
          () -> NOON,
          Stopwatch.SYSTEM);

  private UnopenedHistory() {}

  static HistoryMeters meters(Scrape scrape) {
    return new HistoryMeters(scrape.registry(), "local", WRITER, WAITING, () -> NOON);
  }
}
