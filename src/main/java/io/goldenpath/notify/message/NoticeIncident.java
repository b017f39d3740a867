package io.goldenpath.notify.message;

import io.goldenpath.incident.Incident;
import io.goldenpath.incident.IncidentCause;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.settings.keys.notify.AlertSeverity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is told.
 *
 * @param labels Those of its target.
 * @param cause What is wrong now; null where no run has said.
 */
public record NoticeIncident(
    Incident incident, Map<String, String> labels, @Nullable IncidentCause cause) {

  private static final Set<String> CRITICAL =
      Arrays.stream(FindingKind.values())
          .filter(kind -> kind.severity() == Severity.CRITICAL)
          .map(FindingKind::label)
          .collect(Collectors.toSet());

  public NoticeIncident {
    labels = Map.copyOf(labels);
  }

  public AlertSeverity severity() {
    return severity(incident);
  }

  public static AlertSeverity severity(Incident incident) {
    if (incident.severity() != Verdict.DOWN) {
      return AlertSeverity.DEGRADED;
    }
    return incident.causes().listed().stream().map(IncidentCause::kind).anyMatch(CRITICAL::contains)
        ? AlertSeverity.CRITICAL
        : AlertSeverity.DOWN;
  }

  /** What it began with; null where no run has said. */
  public @Nullable IncidentCause first() {
    List<IncidentCause> all = incident.causes().listed();
    return all.isEmpty() ? null : all.getFirst();
  }

  public boolean open() {
    return incident.end() == null;
  }
}
