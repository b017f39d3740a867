package io.goldenpath.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import io.goldenpath.web.api.OpenApiDocument.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Each reply of the API is as its document says, and all that it says has been seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {

  private final BusyMonitor monitor = BusyMonitor.start();
  private final OpenApiDocument document = document(monitor.server);
  private final Set<String> seen = new TreeSet<>();
  private final Set<String> answered = new TreeSet<>();
  private final List<String> mistakes = new ArrayList<>();

  @AfterAll
  void stop() {
    monitor.close();
  }

  static OpenApiDocument document(WebApplication server) {
    try {
      return new OpenApiDocument(RawHttpReply.get(server.at("/api/openapi.json")).body());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  void tellsOfEachReplyAndOfAllThatIsInIt() throws Exception {
    ask("getDocument", "/api/openapi.json");
    ask("listTargets", "/api/targets");
    ask("listProbes", "/api/probes");
    ask("listProbes", "/api/probes?target=agreed&journey=golden-path");
    ask("listRuns", "/api/runs?limit=500");
    ask("listRuns", "/api/runs?limit=1&kind=stalled&step=events&text=nothing");
    ask("listRuns", "/api/runs?since=2026-11-24T11:00:00Z&until=2026-11-24T12:00:00Z");
    for (JsonNode run : get("/api/runs?limit=500").path("runs")) {
      ask("getRun", "/api/runs/" + run.path("id").stringValue());
    }
    ask("listIncidents", "/api/incidents?limit=1");
    ask("listIncidents", "/api/incidents?open=false");
    ask("listRegressions", "/api/regressions");
    ask("listMarkers", "/api/markers");
    ask("listObjectives", "/api/slo");
    ask("getBaseline", "/api/probes/released/golden-path/baseline");
    ask("scrapeProbe", "/probe?target=released");
    ask("scrapeProbe", "/probe?target=released&debug=true&module=golden-path");
    ask("streamEvents", "/api/events");
    act();
    ask("listIncidents", "/api/incidents");
    ask("listMaintenance", "/api/maintenance");
    ask("listTargets", "/api/targets");
    full();
    starting();

    assertThat(mistakes).isEmpty();
    assertThat(answered).containsAll(documented());
    assertThat(seen).containsAll(document.allProperties());
  }

  private void act() throws Exception {
    send("startRun", "POST", "/api/probes/staging/golden-path/runs", "");
    send("startRun", "POST", "/api/probes/staging/golden-path/runs", "");
    ask("listRuns", "/api/runs?limit=1");
    send("acceptBaseline", "POST", "/api/probes/crowd/isolation/baseline", "");
    send(
        "addMarker",
        "POST",
        "/api/markers",
        "{\"target\":\"agreed\",\"release\":\"2\",\"link\":\"https://ci.example.com/8\"}");
    String open = incident("true");
    String over = incident("false");
    String who = "{\"who\":\"ann\",\"why\":\"looking\"}";
    send("acknowledgeIncident", "POST", "/api/incidents/" + open + "/ack", who);
    send("acknowledgeIncident", "POST", "/api/incidents/" + over + "/ack", who);
    JsonNode begun = mute().json();
    send("endMaintenance", "DELETE", "/api/maintenance/" + begun.path("id").stringValue(), "");
  }

  private String incident(String open) throws Exception {
    JsonNode found = get("/api/incidents?open=" + open).path("incidents");
    assertThat(found).as("open: " + open + get("/api/incidents")).isNotEmpty();
    return found.at("/0/id").stringValue();
  }

  private RawHttpReply mute() throws Exception {
    return send(
        "beginMaintenance",
        "POST",
        "/api/maintenance",
        "{\"target\":\"agreed\",\"journey\":\"golden-path\",\"until\":\"2026-11-24T16:00:00Z\",\"why\":\"x\"}");
  }

  /** Nothing more of anything. */
  private void full() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      while (monitor.server.clients() < 200) {
        sockets.add(openEvents());
      }
      check("streamEvents", RawHttpReply.get(monitor.server.at("/api/events")));
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    while (mute().status() != 409) {
      monitor.server.advance(Duration.ofSeconds(1));
    }
    for (Operation one : document.operations()) {
      if (!one.method().equals("GET")) {
        while (!answered.contains(one.id() + " 429")) {
          send(one.id(), one.method(), path(one), "{\"who\":\"\"}");
        }
      }
    }
  }

  private static String path(Operation operation) {
    return operation
        .path()
        .replace("{target}", "agreed")
        .replace("{journey}", "golden-path")
        .replace("{id}", "nothing");
  }

  private void starting() throws Exception {
    try (WebApplication early = WebApplication.start()) {
      Operation run = document.operation("startRun");
      RawHttpReply reply = RawHttpReply.post(early.at(path(run).replace("agreed", "staging")));
      check(run.id(), reply);
    }
  }

  private Socket openEvents() throws Exception {
    Socket socket = new Socket("localhost", monitor.server.port());
    socket.setSoTimeout(10_000);
    socket
        .getOutputStream()
        .write(
            "GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  private JsonNode get(String path) throws Exception {
    return RawHttpReply.get(monitor.server.at(path)).json();
  }

  private void ask(String operation, String path) throws Exception {
    RawHttpReply reply =
        operation.equals("streamEvents") ? events() : send(operation, "GET", path, "");
    String tag = reply.header("ETag");
    if (operation.equals("streamEvents")) {
      check(operation, reply);
    } else if (!tag.isEmpty()) {
      check(operation, RawHttpReply.get(monitor.server.at(path), "If-None-Match: " + tag));
    }
  }

  /** What comes until the monitor ends the stream, which it does not; so the first line of it. */
  private RawHttpReply events() throws Exception {
    try (Socket socket = openEvents()) {
      byte[] head = new byte[500];
      int read = socket.getInputStream().read(head);
      return RawHttpReply.of(
          "H"
              + new String(head, 0, read, StandardCharsets.UTF_8).split("\r\n\r\n", 2)[0]
              + "\r\n\r\n");
    }
  }

  private RawHttpReply send(String operation, String method, String path, String body)
      throws Exception {
    RawHttpReply reply =
        RawHttpReply.send(
            monitor.server.port(),
            method,
            path,
            body.getBytes(StandardCharsets.UTF_8),
            "Content-Type: application/json");
    check(operation, reply);
    return reply;
  }

  private void check(String id, RawHttpReply reply) {
    Operation operation = document.operation(id);
    answered.add(id + " " + reply.status());
    document
        .mistakes(operation, reply)
        .forEach(mistake -> mistakes.add(operation + " " + reply.status() + ": " + mistake));
    JsonNode schema =
        operation
            .node()
            .path("responses")
            .path(String.valueOf(reply.status()))
            .at("/content/application~1json/schema/$ref");
    if (schema.isString()) {
      seen.addAll(document.properties(schema.stringValue().replaceFirst(".*/", ""), reply.json()));
    } else if (reply.header("Content-Type").equals("application/problem+json")) {
      seen.addAll(document.properties("Problem", reply.json()));
    }
  }

  /** Each reply of each operation that the document has with a status of its own. */
  private Set<String> documented() {
    Set<String> all = new TreeSet<>();
    for (Operation operation : document.operations()) {
      operation.node().path("responses").propertyNames().stream()
          .filter(status -> !status.endsWith("XX"))
          .forEach(status -> all.add(operation.id() + " " + status));
    }
    return all;
  }
}
