package io.goldenpath.settings.service;

import io.goldenpath.settings.keys.MetricsProperties;
import io.goldenpath.settings.keys.MetricsProperties.Detail;
import io.goldenpath.settings.mistakes.SettingKey;

/** How many series a probe has, and the buckets of its histograms. */
public record MetricsSettings(Detail detail, HistogramBuckets buckets) {

  /** Where nothing is written. */
  public static final MetricsSettings USUAL =
      new MetricsSettings(Detail.LEAN, HistogramBuckets.USUAL);

  public static MetricsSettings read(SettingKey at, MetricsProperties written) {
    SettingKey buckets = at.child("buckets");
    MetricsProperties.Buckets bounds = written.buckets();
    if (written.detail() == Detail.LEAN && (bounds.event() != null || bounds.gap() != null)) {
      buckets
          .child(bounds.event() != null ? "event" : "gap")
          .warn("has no effect: events and gaps are histograms with metrics.detail: full alone");
    }
    return new MetricsSettings(written.detail(), HistogramBuckets.read(buckets, bounds));
  }

  /** Whether all is told, or what is looked at often. */
  public boolean full() {
    return detail == Detail.FULL;
  }
}
