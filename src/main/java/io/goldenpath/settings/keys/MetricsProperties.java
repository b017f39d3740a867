package io.goldenpath.settings.keys;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What metrics tell.
 *
 * @param buckets Upper bounds of the buckets of histograms, the shortest first.
 */
public record MetricsProperties(@DefaultValue Buckets buckets) {

  /**
   * Upper bounds of the buckets of each histogram, the shortest first.
   *
   * @param run Of runs, 25ms to 120s if absent.
   * @param firstEvent Of the first agent event since the message, 25ms to 120s if absent.
   * @param event Of each agent event since the message, 25ms to 120s if absent.
   * @param gap Of the time between two agent events, 25ms to 120s if absent.
   * @param answer Of answers since the message, 25ms to 120s if absent.
   * @param lateness Of the time between the due time of a run and its start, 1ms to 5s if absent.
   */
  public record Buckets(
      @Nullable List<Duration> run,
      @Nullable List<Duration> firstEvent,
      @Nullable List<Duration> event,
      @Nullable List<Duration> gap,
      @Nullable List<Duration> answer,
      @Nullable List<Duration> lateness) {}
}
