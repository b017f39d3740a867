package io.goldenpath.web.events;

import io.goldenpath.web.api.ApiProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Opens the event stream. */
@RestController
record EventsController(EventStream stream) {

  @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
    return stream
        .open(last)
        .map(emitter ->
            // nginx would keep events back until there are enough of them
            ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter))
        .orElseThrow(() ->
            ApiProblems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The event stream has its maximum of %d clients".formatted(EventStream.MAX_CLIENTS),
                HttpHeaders.RETRY_AFTER,
                "30"));
  }
}
