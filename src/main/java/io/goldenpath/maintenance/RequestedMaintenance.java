package io.goldenpath.maintenance;

import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.ProbeId;
import org.jspecify.annotations.Nullable;

/**
 * Maintenance that somebody has asked for.
 *
 * @param journey Null where all journeys of the target are in maintenance.
 */
public record RequestedMaintenance(
    String id, String target, @Nullable JourneyKind journey, MaintenanceWindow window) {

  public boolean concerns(ProbeId probe) {
    return target.equals(probe.target()) && (journey == null || journey == probe.journey());
  }
}
