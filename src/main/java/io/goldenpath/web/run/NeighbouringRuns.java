package io.goldenpath.web.run;

import io.goldenpath.history.RunCriteria;
import io.goldenpath.history.RunSearch;
import io.goldenpath.history.store.RunFilter;
import io.goldenpath.incident.Incident;
import io.goldenpath.incident.IncidentCause;
import io.goldenpath.incident.IncidentFilter;
import io.goldenpath.incident.storage.IncidentSearch;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The runs that one goes to from a run; each is null where there is none.
 *
 * @param firstOfCause Id of the first run of the incident that failed for the same cause.
 * @param compared The one that it is compared with: asked for, or the last that passed before it.
 */
record NeighbouringRuns(
    @Nullable Run previous,
    @Nullable Run next,
    @Nullable String firstOfCause,
    @Nullable Run compared) {

  private static final int MOST_INCIDENTS = 20;

  /** Where they are found. */
  @Component
  record Source(RunSearch runs, IncidentSearch incidents) {

    /** Takes null for the run to compare with where none is asked for. */
    NeighbouringRuns of(Run run, @Nullable String compare) {
      return new NeighbouringRuns(
          before(run, null).orElse(null),
          runs.next(run).orElse(null),
          firstOfCause(run).orElse(null),
          compared(run, compare).orElse(null));
    }

    /** One of another probe, or of none, is not compared with. */
    private Optional<Run> compared(Run run, @Nullable String asked) {
      Optional<Run> chosen = asked == null ? Optional.empty() : runs.find(asked);
      return chosen
          .filter(other -> other.probe().equals(run.probe()) && !other.id().equals(run.id()))
          .or(() -> before(run, Outcome.PASSED));
    }

    private Optional<Run> before(Run run, @Nullable Outcome outcome) {
      ProbeId probe = run.probe();
      RunFilter.Cursor place = RunFilter.Cursor.at(run);
      RunCriteria older = new RunCriteria(probe.target(), probe.journey(), outcome, place);
      return runs.newest(older, 1).stream().findFirst();
    }

    private Optional<String> firstOfCause(Run run) {
      return run.reason()
          .flatMap(reason ->
              incidents.newest(IncidentFilter.of(run.probe()), MOST_INCIDENTS).stream()
                  .filter(incident -> holds(incident, run))
                  .flatMap(incident -> incident.causes().listed().stream())
                  .filter(cause -> same(cause, reason))
                  .map(IncidentCause::firstRun)
                  .findFirst())
          .filter(first -> !first.equals(run.id()));
    }

    private static boolean holds(Incident incident, Run run) {
      Incident.End end = incident.end();
      return !incident.startedAt().isAfter(run.info().startedAt())
          && (end == null || !end.at().isBefore(run.info().startedAt()));
    }

    private static boolean same(IncidentCause cause, Finding reason) {
      return cause.kind().equals(reason.kind().label())
          && Objects.equals(cause.step(), reason.step().label())
          && Objects.equals(cause.event(), reason.event());
    }
  }
}
