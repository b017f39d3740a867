package io.goldenpath.incident;

import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for.
 *
 * @param target Null for those of all targets.
 * @param journey Null for those of all journeys.
 * @param open Null for open ones and those that are over.
 * @param before Only those that come after it in the list; null for the newest.
 */
public record IncidentFilter(
    @Nullable String target,
    @Nullable JourneyKind journey,
    @Nullable Boolean open,
    @Nullable IncidentCursor before) {

  public static IncidentFilter of(ProbeId probe) {
    return new IncidentFilter(probe.target(), probe.journey(), null, null);
  }

  public boolean matches(Incident incident) {
    return (target == null || target.equals(incident.probe().target()))
        && (journey == null || journey == incident.probe().journey())
        && (open == null || open == (incident.end() == null))
        && (before == null || IncidentCursor.at(incident).compareTo(before) < 0);
  }
}
