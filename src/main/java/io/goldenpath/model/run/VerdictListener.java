package io.goldenpath.model.run;

import io.goldenpath.model.probe.ProbeId;
import java.time.Duration;

/**
 * Listener of all changes of verdicts, and of what keeps runs from taking place, in their order.
 * One that throws is logged and hurts nobody else, and none may block.
 */
@FunctionalInterface
public interface VerdictListener {

  void changed(VerdictChange change);

  /** As it was before the monitor was started, which is no news of the target. */
  default void restored(VerdictChange change) {}

  /** Down as before, since the same time, but now for this reason. */
  default void causeChanged(VerdictChange change) {}

  /**
   * From now on runs of the probe are skipped again and again; {@code how} says how many and why.
   */
  default void runsSkipped(ProbeId probe, String how) {}

  /** From now on they take place again. */
  default void runsTakePlace(ProbeId probe) {}

  /** From now on its runs differ from each other again and again; {@code how} says how many. */
  default void flapping(ProbeId probe, String how) {}

  /** From now on they do not. */
  default void settled(ProbeId probe) {}

  /** The last run alone changes nothing; one that comes after this time would tell. */
  default void confirmationWanted(ProbeId probe, Duration after) {}
}
