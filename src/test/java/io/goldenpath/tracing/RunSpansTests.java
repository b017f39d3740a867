package io.goldenpath.tracing;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.StepResult;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSpansTests {

  private static final RunTrace TRACE =
      new RunTrace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);

  private final Probe probe = SampleRuns.probe("staging");
  private final CollectedSpans spans = new CollectedSpans();
  private final TraceIds ids = new TraceIds();
  private final RunSpans listener = new RunSpans(spans.tracer(ids), ids);

  @Test
  void theRunsSpanHasTheIdsThatTheTargetWasTold() {
    finish(SampleRuns.passed(probe, "a", NOON));

    assertThat(spans.root().getName()).isEqualTo("golden-path staging");
    assertThat(spans.root().getTraceId()).isEqualTo(TRACE.traceId());
    assertThat(spans.root().getSpanId()).isEqualTo(TRACE.spanId());
    assertThat(spans.root().getParentSpanContext().isValid()).isFalse();
    assertThat(spans.steps())
        .isNotEmpty()
        .allSatisfy(step -> {
          assertThat(step.getTraceId()).isEqualTo(TRACE.traceId());
          assertThat(step.getParentSpanId()).isEqualTo(TRACE.spanId());
        })
        .extracting(SpanData::getSpanId)
        .doesNotHaveDuplicates()
        .doesNotContain(TRACE.spanId());
  }

  @Test
  void spansAndEventsHaveTheTimesOfTheRun() {
    Run run = finish(SampleRuns.passed(probe, "a", NOON));
    List<StepResult> steps = run.users().getFirst().steps();
    List<EventArrival> events = run.users().getFirst().events();

    assertThat(start(spans.root())).isEqualTo(NOON);
    assertThat(end(spans.root())).isEqualTo(run.endedAt());
    assertThat(spans.steps())
        .extracting(RunSpansTests::start)
        .containsExactlyElementsOf(steps.stream().map(StepResult::start).map(NOON::plus).toList());
    assertThat(spans.steps())
        .extracting(RunSpansTests::end)
        .containsExactlyElementsOf(steps.stream().map(StepResult::end).map(NOON::plus).toList());
    assertThat(named("events").getEvents())
        .extracting(EventData::getName)
        .containsExactlyElementsOf(SampleRuns.EVENTS);
    assertThat(named("events").getEvents())
        .extracting(event -> instant(event.getEpochNanos()))
        .containsExactlyElementsOf(events.stream().map(EventArrival::at).map(NOON::plus).toList());
  }

  @Test
  void eachFindingStandsInOneSpan() {
    Run run = finish(SampleRuns.missing(probe, "a", NOON));

    assertThat(
            spans.all().stream()
                .flatMap(span -> span.getEvents().stream())
                .filter(event -> event.getName().equals("finding"))
                .map(event ->
                    event.getAttributes().get(AttributeKey.stringKey("goldenpath.message"))))
        .containsExactlyInAnyOrderElementsOf(
            run.findings().stream().map(Finding::message).toList());
  }

  @Test
  void aFailedStepSaysWhy() {
    Run run = finish(SampleRuns.missing(probe, "a", NOON));
    Finding why = run.reason().orElseThrow();

    assertThat(named(why.step().label()).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(named(why.step().label()).getStatus().getDescription()).isEqualTo(why.message());
    assertThat(spans.root().getStatus().getDescription()).isEqualTo(why.message());
  }

  @Test
  void aRunThatBrokeSaysSo() {
    Run run = finish(SampleRuns.broken(probe, "a", NOON));

    assertThat(spans.root().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(spans.root().getStatus().getDescription())
        .isEqualTo(run.findings().getFirst().message());
  }

  @Test
  void stepsThatWereNotWalkedHaveNoSpan() {
    finish(SampleRuns.refused(probe, "a", NOON));

    assertThat(spans.steps()).extracting(SpanData::getName).containsExactly("login", "connect");
  }

  @Test
  void ofVeryManyUsersThoseWorthShowingHaveSpans() {
    Probe crowd = SampleRuns.isolation("staging", 60);
    finish(SampleRuns.servedSerially(crowd, "a", NOON, 60));

    assertThat(spans.steps())
        .extracting(span -> span.getAttributes().get(AttributeKey.longKey("goldenpath.user")))
        .doesNotContainNull()
        .satisfies(users -> assertThat(users.stream().distinct()).hasSize(ShownUsers.MAX));
  }

  @Test
  void nothingIsWrittenOfARunThatIsNotSampled() {
    Run run = SampleRuns.passed(probe, "a", NOON);

    listener.finished(run);
    listener.finished(SampleRuns.traced(run, new RunTrace(TRACE.traceId(), TRACE.spanId(), false)));

    assertThat(spans.all()).isEmpty();
  }

  private Run finish(Run run) {
    Run traced = SampleRuns.traced(run, TRACE);
    listener.finished(traced);
    return traced;
  }

  private SpanData named(String name) {
    return spans.steps().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Instant start(SpanData span) {
    return instant(span.getStartEpochNanos());
  }

  private static Instant end(SpanData span) {
    return instant(span.getEndEpochNanos());
  }

  private static Instant instant(long nanos) {
    return Instant.EPOCH.plus(nanos, ChronoUnit.NANOS);
  }
}
