package io.goldenpath.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.maintenance.MaintenanceRequests;
import io.goldenpath.maintenance.RequestedMaintenance;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** API of maintenance: asked for here, or planned by the settings. */
@RestController
record MaintenanceController(
    MaintenanceBoard board,
    MaintenanceRequests requests,
    VerdictBoard verdicts,
    InstantSource clock) {

  /** As it is posted; without a journey it is for all of the target. */
  record PostedMaintenance(
      @Nullable String target,
      @Nullable String journey,
      @Nullable String until,
      @Nullable String why) {}

  /**
   * Maintenance in force, or to come.
   *
   * @param id By which it is ended; null where the settings plan it.
   * @param stored Whether it survives a restart.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MaintenanceJson(
      @Nullable String id,
      String target,
      @Nullable JourneyKind journey,
      @JsonUnwrapped MaintenanceWindow window,
      boolean active,
      boolean stored) {}

  /** The first to begin first. */
  @GetMapping("/api/maintenance")
  Map<String, List<MaintenanceJson>> maintenance() {
    Stream<MaintenanceJson> planned =
        verdicts.states().stream().map(ProbeState::probe).map(Probe::id).flatMap(this::planned);
    return Map.of(
        "maintenance",
        Stream.concat(board.requested().stream().map(this::json), planned)
            .sorted(
                Comparator.comparing((MaintenanceJson json) -> json.window().from())
                    .thenComparing(MaintenanceJson::target))
            .toList());
  }

  @PostMapping("/api/maintenance")
  ResponseEntity<MaintenanceJson> begin(
      @RequestBody PostedMaintenance posted, HttpServletRequest request) {
    RequestedMaintenance maintenance =
        new RequestedMaintenance(
            UUID.randomUUID().toString(),
            PostedText.of("target", posted.target()),
            journey(posted.journey()),
            new MaintenanceWindow(
                clock.instant(),
                until(PostedText.time("until", posted.until())),
                PostedText.of("why", posted.why())));
    if (!board.concernsAny(maintenance)) {
      throw ApiProblems.of(
          HttpStatus.NOT_FOUND, "No target or probe of this name is watched; see /api/targets");
    }
    if (!requests.begin(maintenance)) {
      throw ApiProblems.of(
          HttpStatus.CONFLICT,
          "%d are in force already; end some of them first".formatted(MaintenanceBoard.MOST));
    }
    return ResponseEntity.created(
            URI.create(request.getContextPath() + "/api/maintenance/" + maintenance.id()))
        .body(json(maintenance));
  }

  /** Ends it before its time. */
  @DeleteMapping("/api/maintenance/{id}")
  ResponseEntity<Void> end(@PathVariable String id) {
    return requests
        .end(id)
        .map(_ -> ResponseEntity.noContent().<Void>build())
        .orElseThrow(() ->
            ApiProblems.of(
                HttpStatus.NOT_FOUND,
                "No maintenance of this id is in force; what the settings plan ends only there"));
  }

  private MaintenanceJson json(RequestedMaintenance requested) {
    return new MaintenanceJson(
        requested.id(),
        requested.target(),
        requested.journey(),
        requested.window(),
        true,
        requests.stored(requested.id()));
  }

  private Stream<MaintenanceJson> planned(ProbeId probe) {
    Instant now = clock.instant();
    return board.planned(probe).stream()
        .map(window ->
            new MaintenanceJson(
                null, probe.target(), probe.journey(), window, window.contains(now), true));
  }

  private Instant until(@Nullable Instant posted) {
    Instant now = clock.instant();
    if (posted == null) {
      throw invalid("until: expected the time of its end, such as 2026-12-01T14:00:00Z");
    }
    if (!posted.isAfter(now)) {
      throw invalid("until: expected a time to come, but %s is past".formatted(posted));
    }
    if (Duration.between(now, posted).compareTo(MaintenanceWindow.LONGEST) > 0) {
      throw invalid(
          "until: expected at most %s from now: nobody hears of an outage meanwhile"
              .formatted(DurationText.of(MaintenanceWindow.LONGEST)));
    }
    return posted;
  }

  private static @Nullable JourneyKind journey(@Nullable String posted) {
    return posted == null
        ? null
        : JourneyKind.of(posted)
            .orElseThrow(
                () -> ApiProblems.of(HttpStatus.NOT_FOUND, "There is no journey of this name"));
  }

  private static ErrorResponseException invalid(String detail) {
    return ApiProblems.of(HttpStatus.BAD_REQUEST, detail);
  }

  @ExceptionHandler
  ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable) {
    return ResponseEntity.badRequest()
        .body(
            invalid(
                    "expected {\"target\": …, \"journey\": …, \"until\": …, \"why\": …} as JSON,"
                        + " until as 2026-12-01T14:00:00Z")
                .getBody());
  }
}
