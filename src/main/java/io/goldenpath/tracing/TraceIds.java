package io.goldenpath.tracing;

import io.goldenpath.model.run.RunTrace;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;

/** Ids of spans: random ones, but for the span of a run, whose ids the target knows already. */
public final class TraceIds implements IdGenerator {

  private static final IdGenerator RANDOM = IdGenerator.random();

  private final ScopedValue<RunTrace> given = ScopedValue.newInstance();

  /** What is begun here gets the ids of this run. */
  <T> T as(RunTrace run, Supplier<T> begin) {
    return ScopedValue.where(given, run).call(begin::get);
  }

  @Override
  public String generateTraceId() {
    return given.isBound() ? given.get().traceId() : RANDOM.generateTraceId();
  }

  @Override
  public String generateSpanId() {
    return given.isBound() ? given.get().spanId() : RANDOM.generateSpanId();
  }
}
