package io.goldenpath.model.run;

import org.jspecify.annotations.Nullable;

/**
 * Place of a run in a trace, as W3C Trace Context has it.
 *
 * @param traceId 32 hexadecimal digits.
 * @param spanId Of the run itself, 16 hexadecimal digits.
 * @param sampled Whether the trace is kept.
 */
public record RunTrace(String traceId, String spanId, boolean sampled) {

  /** What a target is told, so that its own spans join the run's. */
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
  }

  /** Where the traces of new runs come from. */
  @FunctionalInterface
  public interface Source {

    Source NONE = () -> null;

    /** A new one; null where runs are not traced. */
    @Nullable RunTrace next();
  }
}
