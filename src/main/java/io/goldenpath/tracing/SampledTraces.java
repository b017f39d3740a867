package io.goldenpath.tracing;

import io.goldenpath.model.run.RunTrace;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;

/** New traces, of which the sampler says at once whether they are kept. */
public final class SampledTraces implements RunTrace.Source {

  private final TraceIds ids;
  private final Sampler sampler;

  public SampledTraces(TraceIds ids, Sampler sampler) {
    this.ids = ids;
    this.sampler = sampler;
  }

  @Override
  public RunTrace next() {
    String trace = ids.generateTraceId();
    SamplingDecision decision =
        sampler
            .shouldSample(
                Context.root(), trace, "run", SpanKind.INTERNAL, Attributes.empty(), List.of())
            .getDecision();
    return new RunTrace(
        trace, ids.generateSpanId(), decision == SamplingDecision.RECORD_AND_SAMPLE);
  }
}
