package io.goldenpath.schedule;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.Trigger;
import java.time.Instant;

/** Where runs are made: the monitor's location, and what traces them. */
public record RunOrigin(String location, RunTrace.Source traces) {

  /** Of runs that are not traced. */
  public static RunOrigin untraced(String location) {
    return new RunOrigin(location, RunTrace.Source.NONE);
  }

  RunInfo newRun(ProbeId probe, Trigger trigger, Instant now) {
    return new RunInfo(RunIds.at(now), probe, location, trigger, now, traces.next());
  }
}
