package io.goldenpath.metrics;

import io.goldenpath.history.recording.KeptPeriod;
import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.WaitingRuns;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whether runs are stored, how many wait for it, and what was given up. */
public final class HistoryMeters {

  /** The registry does not keep what it reads from alive. */
  private final SeriesGroup series;

  private final Supplier<Number> dropped;

  public HistoryMeters(
      MeterRegistry registry,
      String location,
      StoreWriter writer,
      WaitingRuns waiting,
      InstantSource clock) {
    this.series = new SeriesGroup(registry, Tags.of("location", location));
    this.dropped = waiting::dropped;
    series.gauge(MonitorMeter.HISTORY_AVAILABLE, () -> writer.status().available() ? 1 : 0);
    series.gauge(MonitorMeter.HISTORY_WAITING, waiting::size);
    series.counter(MonitorMeter.HISTORY_DROPPED, dropped);
    series.rows(
        MonitorMeter.HISTORY_KEPT,
        Map.of(
            List.of("runs"), () -> seconds(writer.runsKept(), clock),
            List.of("transcripts"), () -> seconds(writer.transcriptsKept(), clock)));
  }

  private static double seconds(KeptPeriod kept, InstantSource clock) {
    return SeriesGroup.seconds(kept.length(clock.instant()));
  }
}
