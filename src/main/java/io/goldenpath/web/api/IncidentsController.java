package io.goldenpath.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.incident.Incident;
import io.goldenpath.incident.Incident.Acknowledgement;
import io.goldenpath.incident.IncidentBoard;
import io.goldenpath.incident.IncidentCause;
import io.goldenpath.incident.IncidentCursor;
import io.goldenpath.incident.IncidentFilter;
import io.goldenpath.incident.storage.IncidentSearch;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of incidents, open and over. */
@RestController
record IncidentsController(
    IncidentSearch incidents, IncidentBoard open, VerdictBoard board, InstantSource clock) {

  /** Who takes care of an incident, as it is posted. */
  record PostedAcknowledgement(@Nullable String who, @Nullable String why) {}

  /**
   * One page of a list.
   *
   * @param keptSince Of older ones nothing is known.
   * @param next Value of {@code before} for the next page; null where there is none.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record IncidentsJson(List<IncidentJson> incidents, Instant keptSince, @Nullable String next) {}

  /**
   * One incident.
   *
   * @param causes In the order in which they came.
   * @param runs Those that were bad.
   */
  record IncidentJson(
      String id,
      @JsonUnwrapped ProbeId probe,
      Incident.State state,
      Verdict severity,
      @JsonUnwrapped PeriodJson period,
      @JsonUnwrapped Incident.Context context,
      List<IncidentCause> causes,
      @JsonUnwrapped BadRunsJson runs) {

    static IncidentJson of(Incident incident, Instant now) {
      return new IncidentJson(
          incident.id(),
          incident.probe(),
          incident.state(),
          incident.severity(),
          PeriodJson.of(incident, now),
          incident.context(),
          incident.causes().listed(),
          BadRunsJson.of(incident));
    }
  }

  /**
   * When it was.
   *
   * @param durationSeconds So far, while it is open.
   */
  record PeriodJson(Instant startedAt, @Nullable Instant endedAt, double durationSeconds) {

    static PeriodJson of(Incident incident, Instant now) {
      Incident.End end = incident.end();
      return new PeriodJson(
          incident.startedAt(),
          end == null ? null : end.at(),
          incident.duration(now).toMillis() / 1e3);
    }
  }

  /**
   * Its runs that failed, were degraded, or showed a regression.
   *
   * @param runsOfOtherCauses How many of them had a cause that is not listed.
   */
  record BadRunsJson(int badRuns, String firstRun, String lastRun, int runsOfOtherCauses) {

    static BadRunsJson of(Incident incident) {
      return new BadRunsJson(
          incident.runs().bad(),
          incident.runs().first(),
          incident.runs().last(),
          incident.causes().unlisted());
    }
  }

  /** Newest first. */
  @GetMapping("/api/incidents")
  IncidentsJson incidents(@RequestParam MultiValueMap<String, String> parameters) {
    IncidentQuery query = IncidentQuery.of(parameters);
    refuseUnknownTarget(query.filter().target());
    List<Incident> found = incidents.newest(query.filter(), query.limit() + 1);
    List<Incident> page = found.subList(0, Math.min(query.limit(), found.size()));
    Instant now = clock.instant();
    return new IncidentsJson(
        page.stream().map(incident -> IncidentJson.of(incident, now)).toList(),
        incidents.keptSince(),
        found.size() > page.size() ? IncidentCursor.at(page.getLast()).toString() : null);
  }

  /** Somebody takes care of it: nobody is reminded of it any more. */
  @PostMapping("/api/incidents/{id}/ack")
  IncidentJson acknowledge(@PathVariable String id, @RequestBody PostedAcknowledgement posted) {
    Acknowledgement by =
        new Acknowledgement(
            PostedText.of("who", posted.who()),
            PostedText.of("why", posted.why()),
            clock.instant());
    return open.acknowledge(id, by)
        .map(incident -> IncidentJson.of(incident, clock.instant()))
        .orElseThrow(() -> notOpen(id));
  }

  private ErrorResponseException notOpen(String id) {
    return incidents.find(id).isPresent()
        ? ApiProblems.of(HttpStatus.CONFLICT, "This incident is over")
        : ApiProblems.of(
            HttpStatus.NOT_FOUND, "There is no incident of this id; see /api/incidents?open=true");
  }

  @ExceptionHandler
  ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable) {
    return ResponseEntity.badRequest()
        .body(
            ApiProblems.of(HttpStatus.BAD_REQUEST, "expected {\"who\": …, \"why\": …} as JSON")
                .getBody());
  }

  /** One that is watched no longer may have had some. */
  private void refuseUnknownTarget(@Nullable String target) {
    if (target != null
        && board.states().stream().noneMatch(state -> state.probe().target().name().equals(target))
        && incidents.newest(new IncidentFilter(target, null, null, null), 1).isEmpty()) {
      throw ApiProblems.of(
          HttpStatus.NOT_FOUND, "No target of this name is watched, and none has had an incident");
    }
  }
}
