package io.goldenpath.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The runs of an incident.
 *
 * @param first Id of the first bad one.
 * @param last Id of the last bad one.
 * @param bad How many failed, were degraded, or showed a regression.
 * @param goodSince When the first of the good ones since then ended; null where the last is bad.
 */
public record IncidentRuns(String first, String last, int bad, @Nullable Instant goodSince) {

  IncidentRuns after(JudgedRun run) {
    if (run.bad()) {
      return new IncidentRuns(first, run.id(), bad + 1, null);
    }
    return goodSince != null ? this : new IncidentRuns(first, last, bad, run.endedAt());
  }

  IncidentRuns plus(IncidentRuns later) {
    return new IncidentRuns(first, later.last, bad + later.bad, later.goodSince);
  }
}
