package io.goldenpath.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.LiveMonitor;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Traces of the demo's runs, as a collector receives them. */
class RunTraceIT {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String TRACE = "https://tempo.example.com/trace/";

  @SuppressWarnings("NullAway.Init")
  private static OtlpReceiver receiver;

  @SuppressWarnings("NullAway.Init")
  private static LiveMonitor monitor;

  @BeforeAll
  static void start() throws IOException {
    receiver = OtlpReceiver.start();
    monitor =
        LiveMonitor.start(
            receiver.setting(),
            "--management.opentelemetry.tracing.export.schedule-delay=100ms",
            "--goldenpath.links.trace=" + TRACE + "{trace}");
  }

  @AfterAll
  static void stop() {
    monitor.close();
    receiver.close();
  }

  @AfterEach
  void recovers() throws Exception {
    order("none");
  }

  @Test
  void aRunIsATraceWithASpanForEachStep() throws Exception {
    JsonNode run = tracedRun("passed");
    List<Span> spans = spans(run);
    Span root = root(spans);
    List<Span> steps = spans.stream().filter(span -> !span.equals(root)).toList();

    assertThat(root.getName()).isEqualTo("golden-path demo");
    assertThat(texts(root.getAttributesList()))
        .containsEntry("goldenpath.target", "demo")
        .containsEntry("goldenpath.journey", "golden-path")
        .containsEntry("goldenpath.location", "local")
        .containsEntry("goldenpath.run.id", run.path("id").asString())
        .containsEntry("goldenpath.outcome", "passed")
        .containsKey("goldenpath.trigger");
    assertThat(start(root)).isEqualTo(Instant.parse(run.path("startedAt").asString()));
    assertThat(seconds(root)).isEqualTo(run.path("durationSeconds").asDouble());
    assertThat(root.getStatus().getCode()).isNotEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(steps)
        .allSatisfy(step -> assertThat(step.getParentSpanId()).isEqualTo(root.getSpanId()));
    assertThat(steps)
        .extracting(Span::getName)
        .containsExactly("login", "connect", "welcome", "send", "events", "answer", "close");
    for (JsonNode step : LiveMonitor.each(run.at("/users/0/steps")).toList()) {
      Span span = named(spans, step.path("step").asString());
      assertThat(seconds(span)).isEqualTo(step.path("durationSeconds").asDouble());
      assertThat(micros(root, span)).isEqualTo(micros(step.path("startSeconds")));
    }
  }

  @Test
  void theAgentsEventsStandInTheStepThatWaitsForThem() throws Exception {
    JsonNode run = tracedRun("passed");
    List<Span> spans = spans(run);
    Span events = named(spans, "events");

    assertThat(events.getEventsList())
        .extracting(Span.Event::getName)
        .startsWith("agent_started", "agent_thinking")
        .containsExactlyElementsOf(
            LiveMonitor.each(run.at("/users/0/events"))
                .map(event -> event.path("event").asString())
                .toList());
    assertThat(events.getEventsList())
        .extracting(Span.Event::getTimeUnixNano)
        .isSorted()
        .allSatisfy(at ->
            assertThat(at).isBetween(events.getStartTimeUnixNano(), events.getEndTimeUnixNano()));
  }

  @Test
  void aFailureIsToldByItsStepAndByTheRun() throws Exception {
    order("silent_after_message");
    JsonNode run = tracedRun("failed");
    List<Span> spans = spans(run);
    JsonNode finding = run.at("/findings/0");
    String sentence = finding.path("message").asString();
    Span step = named(spans, finding.path("step").asString());

    assertThat(List.of(step, root(spans)))
        .extracting(Span::getStatus)
        .allSatisfy(status -> {
          assertThat(status.getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
          assertThat(status.getMessage()).isEqualTo(sentence);
        });
    assertThat(step.getEventsList())
        .filteredOn(event -> event.getName().equals("finding"))
        .first()
        .satisfies(event ->
            assertThat(texts(event.getAttributesList()))
                .containsEntry("goldenpath.kind", finding.path("kind").asString())
                .containsEntry("goldenpath.severity", "error")
                .containsEntry("goldenpath.message", sentence));
  }

  @Test
  void theRunsPageLinksToItsTrace() throws Exception {
    JsonNode run = tracedRun("passed");

    assertThat(monitor.get("/runs/" + run.path("id").asString()).body())
        .contains("href=\"" + TRACE + run.path("traceId").asString() + "\"");
  }

  @Test
  void nothingButRunsIsTraced() throws Exception {
    monitor.get("/actuator/prometheus");
    monitor.get("/actuator/health");
    monitor.get("/");
    spans(tracedRun("passed"));

    assertThat(receiver.spans())
        .filteredOn(span -> span.getParentSpanId().isEmpty())
        .extracting(Span::getName)
        .containsOnly("golden-path demo");
  }

  @Test
  void noSecretIsInASpan() throws Exception {
    spans(tracedRun("passed"));
    JsonNode run = tracedRun("passed");
    String all = receiver.requests().toString();

    assertThat(LiveMonitor.each(run.at("/users/0/frames")).count()).isPositive();
    assertThat(all).doesNotContain("Bearer", "eyJ", "@example", "password", "access_token");
  }

  @Test
  void theReceiverIsToldWhoSends() {
    await().atMost(LONGEST).until(() -> !receiver.requests().isEmpty());

    assertThat(
            texts(
                receiver
                    .requests()
                    .getFirst()
                    .getResourceSpans(0)
                    .getResource()
                    .getAttributesList()))
        .containsEntry("service.name", "golden-path-monitor");
  }

  @Test
  void histogramsKeepTheTraceOfARunAsAnExemplar() throws Exception {
    tracedRun("passed");

    // what a standstill of this machine may have lengthened stays out of histograms
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> {
          String scrape =
              monitor.get("/actuator/prometheus", "application/openmetrics-text").body();
          List<String> traces =
              receiver.spans().stream().map(RunTraceIT::trace).distinct().toList();
          for (String name :
              List.of("run_duration_seconds", "first_event_seconds", "answer_seconds")) {
            assertThat(scrape.lines())
                .filteredOn(line -> line.startsWith("goldenpath_" + name + "_bucket"))
                .as(name)
                .anySatisfy(line -> assertThat(exemplar(line)).isPresent().get().isIn(traces));
          }
        });
    assertThat(monitor.get("/actuator/prometheus").body()).doesNotContain("trace_id");
  }

  private static Optional<String> exemplar(String line) {
    return Optional.of(line.indexOf("trace_id=\""))
        .filter(at -> at > 0)
        .map(at -> line.substring(at + 10, at + 42));
  }

  private static void order(String fault) throws IOException, InterruptedException {
    monitor.post("/demo/faults", "{\"fault\":\"" + fault + "\"}");
  }

  /** The whole newest run with this outcome. */
  private static JsonNode tracedRun(String outcome) throws Exception {
    JsonNode ended =
        await()
            .atMost(LONGEST)
            .until(
                () ->
                    monitor.endedRuns().stream()
                        .filter(run -> run.path("outcome").asString().equals(outcome))
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    return monitor.json("/api/runs/" + ended.path("id").asString());
  }

  /** Those of the run's trace, of which its own is sent last. */
  private static List<Span> spans(JsonNode run) {
    String trace = run.path("traceId").asString();
    Predicate<Span> own = span -> trace(span).equals(trace);
    Predicate<Span> last = own.and(span -> span.getParentSpanId().isEmpty());
    await().atMost(LONGEST).until(() -> receiver.spans().stream().anyMatch(last));
    return receiver.spans().stream()
        .filter(own)
        .sorted(
            (one, other) -> Long.compare(one.getStartTimeUnixNano(), other.getStartTimeUnixNano()))
        .toList();
  }

  private static Span root(List<Span> spans) {
    return spans.stream()
        .filter(span -> span.getParentSpanId().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static Span named(List<Span> spans, String name) {
    return spans.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
  }

  private static String trace(Span span) {
    return HexFormat.of().formatHex(span.getTraceId().toByteArray());
  }

  private static Map<String, String> texts(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(Collectors.toMap(KeyValue::getKey, each -> each.getValue().getStringValue()));
  }

  /** To the millisecond, as the API tells it. */
  private static Instant start(Span span) {
    return Instant.EPOCH.plusNanos(span.getStartTimeUnixNano()).truncatedTo(ChronoUnit.MILLIS);
  }

  private static double seconds(Span span) {
    return Math.round((span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / 1e3) / 1e6;
  }

  private static long micros(Span root, Span span) {
    return Math.round((span.getStartTimeUnixNano() - root.getStartTimeUnixNano()) / 1e3);
  }

  private static long micros(JsonNode seconds) {
    return Math.round(seconds.asDouble() * 1e6);
  }
}
