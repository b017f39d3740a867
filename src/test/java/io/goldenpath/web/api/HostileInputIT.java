package io.goldenpath.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.api.HostileInput.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the document of the API forbids is refused with a problem of its own, and does nothing. */
class HostileInputIT {

  @Test
  void isRefusedAndMovesNothing() throws Exception {
    try (BusyMonitor monitor = BusyMonitor.start()) {
      OpenApiDocument document = OpenApiIT.document(monitor.server);
      List<Request> requests = new HostileInput(document).all();
      Map<String, String> before = state(monitor);
      Map<String, String> wrong = new TreeMap<>();
      for (Request request : requests) {
        RawHttpReply reply =
            RawHttpReply.send(
                monitor.server.port(),
                request.method(),
                request.target(),
                request.body().getBytes(StandardCharsets.ISO_8859_1),
                request.header());
        mistake(document, request, reply, wrong);
        // nothing is refused for there being too much of it
        monitor.server.advance(Duration.ofSeconds(1));
      }

      assertThat(requests).hasSizeGreaterThan(1000);
      assertThat(wrong).isEmpty();
      assertThat(state(monitor)).isEqualTo(before);
    }
  }

  private static void mistake(
      OpenApiDocument document, Request request, RawHttpReply reply, Map<String, String> wrong) {
    if (reply.status() < 400 || reply.status() > 499 || reply.status() == 429) {
      wrong.put(request.toString(), reply.status() + " " + reply.body());
      return;
    }
    List<String> mistakes = document.mistakes(request.operation(), reply);
    if (!mistakes.isEmpty()) {
      wrong.put(request.toString(), mistakes + " " + reply.status() + " " + reply.body());
      return;
    }
    String instance = reply.json().path("instance").asString();
    if (!instance.equals(request.path())) {
      wrong.put(request.toString(), "instance " + instance);
    }
  }

  /** All that a request could change. */
  private static Map<String, String> state(BusyMonitor monitor) throws Exception {
    Map<String, String> state = new TreeMap<>();
    for (String path :
        List.of("/api/markers", "/api/maintenance", "/api/runs", "/api/regressions")) {
      state.put(path, RawHttpReply.get(monitor.server.at(path)).body());
    }
    JsonNode incidents = RawHttpReply.get(monitor.server.at("/api/incidents")).json();
    incidents
        .path("incidents")
        .forEach(
            one -> state.put(one.path("id").stringValue(), one.path("acknowledged").toString()));
    state.put(
        "baseline",
        RawHttpReply.get(monitor.server.at("/api/probes/agreed/golden-path/baseline")).body());
    return state;
  }
}
