package io.goldenpath.web.events;

import io.goldenpath.web.api.ApiProblems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Opens the event stream. */
@RestController
record EventsController(EventStream stream) {

  @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events() {
    return stream
        .open()
        .orElseThrow(() ->
            ApiProblems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The event stream has its maximum of %d clients".formatted(EventStream.MAX_CLIENTS),
                HttpHeaders.RETRY_AFTER,
                "30"));
  }
}
