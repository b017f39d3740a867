package io.goldenpath.model.run;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import java.time.Duration;
import java.util.List;

/**
 * Listener of all runs. Called on the thread of the run, one call at a time for each probe; a
 * listener that throws is logged and hurts nobody else, and none may block.
 */
public interface RunListener {

  /** From now on these probes are watched, and no others. */
  default void watching(List<Probe> probes) {}

  /**
   * A run begins.
   *
   * @param lateness how long after its due time; zero when it was not scheduled
   */
  default void started(RunInfo info, Duration lateness) {}

  void finished(Run run);

  default void skipped(ProbeId probe, SkippedRun skipped) {}
}
