package io.goldenpath.web;

import io.goldenpath.probe.JourneyKind;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.schedule.RunRequest;
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

/** Starts a run when somebody asks. */
@RestController
final class ProbesController {

  private final Schedule schedule;

  ProbesController(Schedule schedule) {
    this.schedule = schedule;
  }

  @PostMapping("/api/probes/{target}/{journey}/runs")
  ResponseEntity<StartedJson> start(@PathVariable String target, @PathVariable String journey) {
    RunRequest request =
        JourneyKind.of(journey)
            .map(kind -> schedule.request(new ProbeId(target, kind)))
            .orElseGet(RunRequest.Unknown::new);
    return switch (request) {
      case RunRequest.Accepted(String id) ->
          ResponseEntity.accepted()
              .location(URI.create("/api/runs/" + id))
              .body(new StartedJson(id));
      case RunRequest.InFlight(String id, Duration wait) ->
          throw later(HttpStatus.CONFLICT, wait, "Run " + id + " of this probe is in flight");
      case RunRequest.Refused(var reason, Duration wait) ->
          throw later(
              HttpStatus.TOO_MANY_REQUESTS,
              wait,
              "The target is left alone for now, reason: " + reason.label());
      case RunRequest.Unknown() ->
          throw Problems.of(HttpStatus.NOT_FOUND, "No probe of this name is watched");
    };
  }

  private static ErrorResponseException later(HttpStatus status, Duration wait, String detail) {
    ErrorResponseException problem = Problems.of(status, detail);
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    problem.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    return problem;
  }
}
