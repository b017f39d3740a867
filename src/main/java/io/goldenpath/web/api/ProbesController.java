package io.goldenpath.web.api;

import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.schedule.RunAdmission;
import io.goldenpath.schedule.Schedule;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** API that starts a run on request. */
@RestController
final class ProbesController {

  private final Schedule schedule;

  ProbesController(Schedule schedule) {
    this.schedule = schedule;
  }

  @PostMapping("/api/probes/{target}/{journey}/runs")
  ResponseEntity<StartedRunJson> start(@PathVariable String target, @PathVariable String journey) {
    RunAdmission request =
        JourneyKind.of(journey)
            .map(kind -> schedule.request(new ProbeId(target, kind)))
            .orElseGet(RunAdmission.Unknown::new);
    return switch (request) {
      case RunAdmission.Accepted(String id) ->
          ResponseEntity.accepted()
              .location(URI.create("/api/runs/" + id))
              .body(new StartedRunJson(id));
      case RunAdmission.InFlight(String id, Duration wait) ->
          throw retryLater(HttpStatus.CONFLICT, wait, "Run " + id + " of this probe is in flight");
      case RunAdmission.Refused(var reason, Duration wait) ->
          throw retryLater(
              HttpStatus.TOO_MANY_REQUESTS,
              wait,
              "No run can start now, reason: " + reason.label());
      case RunAdmission.Unknown() ->
          throw ApiProblems.of(HttpStatus.NOT_FOUND, "No probe of this name is watched");
    };
  }

  private static ErrorResponseException retryLater(
      HttpStatus status, Duration wait, String detail) {
    ErrorResponseException problem = ApiProblems.of(status, detail);
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    problem.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    return problem;
  }

  /** Id of a run that has begun on request. */
  record StartedRunJson(String id) {}
}
