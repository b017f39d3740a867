package io.goldenpath.model.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a probe's runs are to go, and when nothing is held against them.
 *
 * @param objective Null where none is set.
 * @param maintenance Maintenance that the settings plan.
 */
public record ServiceLevel(
    @Nullable ServiceLevelObjective objective, List<MaintenancePlan> maintenance) {

  public static final ServiceLevel NONE = new ServiceLevel(null, List.of());

  public ServiceLevel {
    maintenance = List.copyOf(maintenance);
  }
}
