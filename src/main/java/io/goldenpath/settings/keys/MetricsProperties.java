package io.goldenpath.settings.keys;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What metrics tell.
 *
 * @param detail How many series a probe has: lean (some 120, at most 150) or full (at most 300).
 * @param buckets Upper bounds of the buckets of histograms, the shortest first.
 */
public record MetricsProperties(
    @DefaultValue("lean") Detail detail, @DefaultValue Buckets buckets) {

  /** How many series a probe has. */
  public enum Detail {
    LEAN,
    FULL
  }

  /**
   * Upper bounds of the buckets of each histogram, the shortest first.
   *
   * @param run Of runs, 100ms to 60s if absent.
   * @param firstEvent Of the first agent event since the message, 100ms to 60s if absent.
   * @param event Of each agent event since the message, 100ms to 60s if absent; with detail full.
   * @param gap Of the time between two agent events, 100ms to 60s if absent; with detail full.
   * @param answer Of answers since the message, 100ms to 60s if absent.
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
