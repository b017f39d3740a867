package io.goldenpath.history.overview;

import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.history.store.AggregateSpan;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.history.store.VerdictTimes;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What probes did lately, read when somebody asks, and for all of them at once. */
public final class ProbeOverviews {

  /** The last day, to the hour. */
  public static final Duration DAY = Duration.ofHours(24);

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration DAY_KEPT = Duration.ofSeconds(15);
  private static final Duration MONTH_KEPT = Duration.ofMinutes(5);

  private final StoreReader store;
  private final InstantSource clock;
  private final Stopwatch stopwatch;
  private @Nullable Kept<Map<ProbeId, ProbeOverview>> days;
  private @Nullable Kept<Map<ProbeId, VerdictTimes>> months;

  public ProbeOverviews(StoreReader store, InstantSource clock, Stopwatch stopwatch) {
    this.store = store;
    this.clock = clock;
    this.stopwatch = stopwatch;
  }

  private record Kept<T>(T value, Deadline until) {}

  /** Some seconds old at most; without probes of which nothing is stored, or can be read now. */
  public synchronized Map<ProbeId, ProbeOverview> all() {
    days = current(days, DAY_KEPT, open -> new OverviewTable(open.client()).hours(since(DAY)));
    months =
        current(
            months, MONTH_KEPT, open -> new OverviewTable(open.client()).verdicts(since(MONTH)));
    Map<ProbeId, ProbeOverview> all = new HashMap<>(days == null ? Map.of() : days.value());
    if (months != null) {
      months
          .value()
          .forEach((probe, times) ->
              all.merge(
                  probe,
                  ProbeOverview.EMPTY.withMonth(times),
                  (hours, month) -> hours.withMonth(month.month())));
    }
    return all;
  }

  private <T> @Nullable Kept<T> current(
      @Nullable Kept<T> kept, Duration time, Function<RunStore, T> question) {
    if (kept != null && !kept.until().reached(stopwatch.nanos())) {
      return kept;
    }
    return store
        .ask(question)
        .map(value -> new Kept<>(value, Deadline.in(time, stopwatch)))
        .orElse(null);
  }

  /** The present hour is one of them. */
  private Instant since(Duration time) {
    return AggregateSpan.HOUR.windowOf(clock.instant()).minus(time).plus(Duration.ofHours(1));
  }
}
