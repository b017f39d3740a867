package io.goldenpath.journey.run;

import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunTrace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a run began, by the monotonic clock, and where it stands in a trace.
 *
 * @param trace Null where runs are not traced.
 */
public record RunStart(long nanos, @Nullable RunTrace trace) {

  /** Now. */
  public static RunStart of(RunContext context, RunInfo info) {
    return new RunStart(context.nanos(), info.trace());
  }

  /** What a target is told of the trace. */
  public Optional<String> traceparent() {
    return Optional.ofNullable(trace).map(RunTrace::traceparent);
  }
}
