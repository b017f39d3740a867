package io.goldenpath.tracing;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the trace of each finished run: a span for it, and beneath one per step and user. */
public final class RunSpans implements RunListener {

  private final Tracer tracer;
  private final TraceIds ids;

  public RunSpans(Tracer tracer, TraceIds ids) {
    this.tracer = tracer;
    this.ids = ids;
  }

  @Override
  public void finished(Run run) {
    RunTrace trace = run.info().trace();
    if (trace != null && trace.sampled()) {
      write(run, trace);
    }
  }

  private void write(Run run, RunTrace trace) {
    SpanBuilder builder =
        tracer
            .spanBuilder(run.probe().journey().label() + " " + run.probe().target())
            .setNoParent()
            .setStartTimestamp(run.info().startedAt())
            .setAllAttributes(SpanAttributes.of(run));
    Span root = ids.as(trace, builder::startSpan);
    Set<Finding> told = new HashSet<>();
    for (UserRun user : ShownUsers.of(run, ShownUsers.MAX).shown()) {
      user.steps().stream()
          .filter(step -> step.state() != StepResult.State.SKIPPED)
          .forEach(step -> told.addAll(write(run, new UserStep(user, step), root)));
    }
    tell(root, run, run.findings().stream().filter(finding -> !told.contains(finding)).toList());
    if (run.outcome() == Outcome.FAILED || run.outcome() == Outcome.BROKEN) {
      root.setStatus(StatusCode.ERROR, run.reason().map(Finding::message).orElse(""));
    }
    root.end(run.endedAt());
  }

  /** Returns the findings that stand in it. */
  private List<Finding> write(Run run, UserStep step, Span root) {
    Instant start = run.info().startedAt();
    Span span =
        tracer
            .spanBuilder(step.result().step().label())
            .setParent(Context.root().with(root))
            .setStartTimestamp(start.plus(step.result().start()))
            .setAllAttributes(SpanAttributes.of(step))
            .startSpan();
    List<Finding> findings = step.findings(run);
    tell(span, run, findings);
    step.arrivals()
        .forEach(event ->
            span.addEvent(event.event(), SpanAttributes.of(event), start.plus(event.at())));
    step.failure(findings).ifPresent(why -> span.setStatus(StatusCode.ERROR, why));
    span.end(start.plus(step.result().end()));
    return findings;
  }

  private static void tell(Span span, Run run, List<Finding> findings) {
    findings.forEach(finding ->
        span.addEvent(
            "finding",
            SpanAttributes.of(finding),
            run.info().startedAt().plus(finding.evidence().at())));
  }
}
