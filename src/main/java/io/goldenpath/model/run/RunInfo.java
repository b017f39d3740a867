package io.goldenpath.model.run;

import io.goldenpath.model.probe.ProbeId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identity of one run: its probe, its trigger and its start.
 *
 * @param id Unique id of the run, fit for a URL.
 * @param location Location of the monitor.
 * @param startedAt When the run began, by the wall clock.
 * @param trace Null where runs are not traced.
 */
public record RunInfo(
    String id,
    ProbeId probe,
    String location,
    Trigger trigger,
    Instant startedAt,
    @Nullable RunTrace trace) {

  /** Of a run that is not traced. */
  public RunInfo(String id, ProbeId probe, String location, Trigger trigger, Instant startedAt) {
    this(id, probe, location, trigger, startedAt, null);
  }

  /** The same run, which began at another time. */
  public RunInfo begunAt(Instant other) {
    return new RunInfo(id, probe, location, trigger, other, trace);
  }

  /** The trace to look up; empty where none is kept. */
  public Optional<String> keptTrace() {
    return Optional.ofNullable(trace).filter(RunTrace::sampled).map(RunTrace::traceId);
  }
}
