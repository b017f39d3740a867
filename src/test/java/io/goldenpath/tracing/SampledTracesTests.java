package io.goldenpath.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.RunTrace;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;

class SampledTracesTests {

  @Test
  void eachRunHasATraceOfItsOwn() {
    SampledTraces traces = new SampledTraces(new TraceIds(), Sampler.alwaysOn());
    RunTrace one = traces.next();
    RunTrace other = traces.next();

    assertThat(TraceId.isValid(one.traceId())).isTrue();
    assertThat(SpanId.isValid(one.spanId())).isTrue();
    assertThat(other.traceId()).isNotEqualTo(one.traceId());
  }

  @Test
  void theTargetIsToldWhetherTheTraceIsKept() {
    RunTrace kept = new SampledTraces(new TraceIds(), Sampler.traceIdRatioBased(1)).next();
    RunTrace dropped = new SampledTraces(new TraceIds(), Sampler.traceIdRatioBased(0)).next();

    assertThat(kept.traceparent()).isEqualTo("00-" + kept.traceId() + "-" + kept.spanId() + "-01");
    assertThat(dropped.traceparent()).endsWith("-00");
  }
}
