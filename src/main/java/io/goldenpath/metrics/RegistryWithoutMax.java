package io.goldenpath.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.registry.PrometheusScrapeRequest;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Leaves out the maximum of no fixed window that Micrometer adds to each of our timers. */
public final class RegistryWithoutMax extends PrometheusRegistry {

  @Override
  public MetricSnapshots scrape(@Nullable PrometheusScrapeRequest request) {
    return withoutMax(super.scrape(request));
  }

  @Override
  public MetricSnapshots scrape(
      @Nullable Predicate<String> names, @Nullable PrometheusScrapeRequest request) {
    return withoutMax(super.scrape(names, request));
  }

  private static MetricSnapshots withoutMax(MetricSnapshots all) {
    return new MetricSnapshots(all.stream().filter(family -> !isMax(family)).toList());
  }

  private static boolean isMax(MetricSnapshot family) {
    String name = family.getMetadata().getPrometheusName();
    return name.startsWith("goldenpath_") && name.endsWith("_max");
  }
}
