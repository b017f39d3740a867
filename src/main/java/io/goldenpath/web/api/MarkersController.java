package io.goldenpath.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.regression.RegressionBoard;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** API of release markers: a deployment tells that a target has a new release. */
@RestController
record MarkersController(RegressionBoard regressions, InstantSource clock) {

  /** As it is posted: {@code at} is now unless given. */
  record PostedMarker(
      @Nullable String target,
      @Nullable String release,
      @Nullable String at,
      @Nullable String link) {}

  /** One marker. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MarkerJson(String target, String release, Instant at, @Nullable String link) {

    static MarkerJson of(ReleaseMarker marker) {
      URI link = marker.link();
      return new MarkerJson(
          marker.target(), marker.release(), marker.at(), link == null ? null : link.toString());
    }
  }

  /** Newest first. */
  @GetMapping("/api/markers")
  Map<String, List<MarkerJson>> markers() {
    return Map.of("markers", regressions.markers().stream().map(MarkerJson::of).toList());
  }

  @PostMapping("/api/markers")
  ResponseEntity<MarkerJson> mark(@RequestBody PostedMarker posted) {
    Instant now = clock.instant();
    Instant given = PostedText.time("at", posted.at());
    Instant at = given == null ? now : given;
    if (at.isAfter(now)) {
      throw invalid("at: expected a time that has passed, or none for now");
    }
    ReleaseMarker marker =
        new ReleaseMarker(
            PostedText.of("target", posted.target()),
            PostedText.of("release", posted.release()),
            at,
            link(posted));
    if (!regressions.released(marker)) {
      throw ApiProblems.of(HttpStatus.NOT_FOUND, "No target of this name is watched");
    }
    return ResponseEntity.status(HttpStatus.CREATED).body(MarkerJson.of(marker));
  }

  private static @Nullable URI link(PostedMarker posted) {
    if (posted.link() == null) {
      return null;
    }
    try {
      URI link = URI.create(posted.link());
      if (link.getHost() != null && link.getScheme().matches("https?")) {
        return link;
      }
    } catch (IllegalArgumentException _) {
      // told below, as any other text that is no address
    }
    throw invalid("link: expected an http or https address");
  }

  private static ErrorResponseException invalid(String detail) {
    return ApiProblems.of(HttpStatus.BAD_REQUEST, detail);
  }

  @ExceptionHandler
  ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable) {
    return ResponseEntity.badRequest()
        .body(
            invalid("expected {\"target\": …, \"release\": …, \"at\": …, \"link\": …} as JSON")
                .getBody());
  }
}
