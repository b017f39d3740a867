package io.goldenpath.notify;

import io.goldenpath.incident.Incident;
import io.goldenpath.incident.IncidentBoard;
import io.goldenpath.incident.IncidentCause;
import io.goldenpath.incident.storage.IncidentSearch;
import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.notify.message.NoticeIncident;
import io.goldenpath.settings.keys.notify.AlertSeverity;
import io.goldenpath.verdict.Cause;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of incidents and their probes. */
public record IncidentSource(
    IncidentBoard board,
    IncidentSearch search,
    VerdictBoard verdicts,
    MaintenanceBoard maintenance) {

  /** The open ones, and those that have ended a while ago. */
  List<Incident> current() {
    return board.incidents();
  }

  Optional<Incident> find(String id) {
    return search.find(id);
  }

  /** Whether one that is not found is surely gone. */
  boolean complete() {
    return search.complete();
  }

  Map<String, String> labels(ProbeId probe) {
    return verdicts
        .state(probe)
        .map(state -> Map.<String, String>copyOf(state.probe().target().labels()))
        .orElse(Map.of());
  }

  /** As it is told now. */
  NoticeIncident now(Incident incident, Map<String, String> labels) {
    return new NoticeIncident(incident, labels, cause(incident));
  }

  /** Whether nobody is to be woken by it: its probe is in maintenance, and it is not critical. */
  boolean muted(Incident incident) {
    return NoticeIncident.severity(incident) != AlertSeverity.CRITICAL
        && maintenance.current(incident.probe()).isPresent();
  }

  /** The one that the verdict rests on, else the one that came last. */
  private @Nullable IncidentCause cause(Incident incident) {
    List<IncidentCause> all = incident.causes().listed();
    if (all.isEmpty()) {
      return null;
    }
    Cause now = verdicts.state(incident.probe()).map(ProbeState::cause).orElse(null);
    return all.stream()
        .filter(cause -> now != null && incident.end() == null && same(cause, now.finding()))
        .findFirst()
        .orElse(all.getLast());
  }

  private static boolean same(IncidentCause cause, Finding finding) {
    return cause.kind().equals(finding.kind().label())
        && Objects.equals(cause.step(), finding.step().label())
        && Objects.equals(cause.event(), finding.event());
  }
}
