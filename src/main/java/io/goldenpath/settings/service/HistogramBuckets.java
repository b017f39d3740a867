package io.goldenpath.settings.service;

import io.goldenpath.settings.keys.MetricsProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Upper bounds of the buckets of each histogram, the shortest first. */
public record HistogramBuckets(
    List<Duration> run,
    List<Duration> firstEvent,
    List<Duration> event,
    List<Duration> gap,
    List<Duration> answer,
    List<Duration> lateness) {

  private static final List<Duration> LONG =
      millis(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000, 30_000, 60_000);

  private static final List<Duration> SHORT = millis(1, 5, 10, 50, 100, 250, 1_000, 5_000);

  /** Each is a series of its own, for each probe. */
  private static final int MOST = 30;

  /** Where none are written. */
  public static final HistogramBuckets USUAL =
      new HistogramBuckets(LONG, LONG, LONG, LONG, LONG, SHORT);

  static HistogramBuckets read(SettingKey at, MetricsProperties.Buckets written) {
    return new HistogramBuckets(
        bounds(at.child("run"), written.run(), LONG),
        bounds(at.child("first-event"), written.firstEvent(), LONG),
        bounds(at.child("event"), written.event(), LONG),
        bounds(at.child("gap"), written.gap(), LONG),
        bounds(at.child("answer"), written.answer(), LONG),
        bounds(at.child("lateness"), written.lateness(), SHORT));
  }

  private static List<Duration> bounds(
      SettingKey at, @Nullable List<Duration> written, List<Duration> usual) {
    if (written == null) {
      return usual;
    }
    if (written.isEmpty() || written.size() > MOST) {
      at.wrong("expected 1 to %d bounds, but found %d", MOST, written.size());
    } else if (!rises(written)) {
      at.wrong("expected bounds above zero, each longer than the one before");
    }
    return List.copyOf(written);
  }

  private static boolean rises(List<Duration> bounds) {
    return bounds.getFirst().isPositive()
        && IntStream.range(1, bounds.size())
            .allMatch(i -> bounds.get(i).compareTo(bounds.get(i - 1)) > 0);
  }

  private static List<Duration> millis(long... bounds) {
    return LongStream.of(bounds).mapToObj(Duration::ofMillis).toList();
  }
}
