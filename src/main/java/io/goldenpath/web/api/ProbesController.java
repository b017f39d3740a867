package io.goldenpath.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.history.RunSummaryJson;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.schedule.RunAdmission;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.Skips;
import io.goldenpath.verdict.VerdictBoard;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of the current states of all probes; starts a run on request. */
@RestController
record ProbesController(VerdictBoard board, Schedule schedule) {

  /** The current state of one probe. */
  record TargetJson(
      @JsonUnwrapped ProbeId probe,
      Verdict verdict,
      Instant since,
      String why,
      boolean flapping,
      Map<String, String> labels,
      @Nullable RunSummaryJson lastRun,
      @Nullable String runInFlight,
      @Nullable String skipped) {}

  /** Worst first. */
  @GetMapping("/api/targets")
  Map<String, List<TargetJson>> targets() {
    return Map.of("targets", board.states().stream().map(this::target).toList());
  }

  @PostMapping("/api/probes/{target}/{journey}/runs")
  ResponseEntity<Map<String, String>> start(
      @PathVariable String target, @PathVariable String journey, HttpServletRequest request) {
    RunAdmission admission =
        JourneyKind.of(journey)
            .map(kind -> schedule.request(new ProbeId(target, kind)))
            .orElseGet(RunAdmission.Unknown::new);
    return switch (admission) {
      case RunAdmission.Accepted(String id) ->
          ResponseEntity.accepted()
              .location(URI.create(request.getContextPath() + "/api/runs/" + id))
              .body(Map.of("id", id));
      case RunAdmission.InFlight(String id, Duration wait) ->
          throw retryLater(HttpStatus.CONFLICT, wait, "Run " + id + " of this probe is in flight");
      case RunAdmission.Refused(Postponement(var reason, var why, var wait)) ->
          throw retryLater(
              HttpStatus.TOO_MANY_REQUESTS,
              wait,
              "No run can start for %s, reason: %s; %s"
                  .formatted(DurationText.of(wait), reason.label(), why));
      case RunAdmission.NotStarted() ->
          throw retryLater(
              HttpStatus.SERVICE_UNAVAILABLE,
              Duration.ZERO,
              "The monitor is starting; no run can start yet");
      case RunAdmission.Unknown() ->
          throw ApiProblems.of(HttpStatus.NOT_FOUND, "No probe of this name is watched");
    };
  }

  private TargetJson target(ProbeState state) {
    ProbeId probe = state.probe().id();
    Run last = state.lastRun();
    return new TargetJson(
        probe,
        state.verdict(),
        state.since(),
        state.reason(),
        state.flapping(),
        state.probe().target().labels(),
        last == null ? null : RunSummaryJson.of(last),
        schedule.inFlight(probe).map(RunInfo::id).orElse(null),
        board.skips(probe).map(Skips::text).orElse(null));
  }

  private static ErrorResponseException retryLater(
      HttpStatus status, Duration wait, String detail) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return ApiProblems.of(status, detail, HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
  }
}
