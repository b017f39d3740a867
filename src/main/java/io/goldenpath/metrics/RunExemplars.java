package io.goldenpath.metrics;

import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunTrace;
import io.prometheus.metrics.tracer.common.SpanContext;
import org.jspecify.annotations.Nullable;

/** Trace of the run whose times are being recorded: histograms keep it as an exemplar. */
public final class RunExemplars implements SpanContext {

  private static final ScopedValue<RunTrace> RECORDED = ScopedValue.newInstance();

  /** Records what this run met; its trace goes with it where one is kept. */
  static void during(RunInfo run, Runnable recording) {
    RunTrace trace = run.trace();
    if (trace == null || !trace.sampled()) {
      recording.run();
    } else {
      ScopedValue.where(RECORDED, trace).run(recording);
    }
  }

  @Override
  public @Nullable String getCurrentTraceId() {
    return RECORDED.isBound() ? RECORDED.get().traceId() : null;
  }

  @Override
  public @Nullable String getCurrentSpanId() {
    return RECORDED.isBound() ? RECORDED.get().spanId() : null;
  }

  @Override
  public boolean isCurrentSpanSampled() {
    return RECORDED.isBound();
  }

  /** The client would have a span kept that is an exemplar; these are kept already. */
  @Override
  public void markCurrentSpanAsExemplar() {}
}
