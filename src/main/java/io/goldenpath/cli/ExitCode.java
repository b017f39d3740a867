package io.goldenpath.cli;

import io.goldenpath.model.run.Outcome;
import java.util.Collection;

/** What a command ends with. */
public final class ExitCode {

  /** Passed, or merely degraded. */
  public static final int OK = 0;

  /** The golden path does not work. */
  public static final int FAILED = 1;

  /** Degraded, where that is not good enough. */
  public static final int DEGRADED = 2;

  /** The command was called wrongly. */
  public static final int USAGE = 64;

  /** Our own fault. */
  public static final int BROKEN = 70;

  /** The settings cannot be used. */
  public static final int CONFIGURATION = 78;

  private ExitCode() {}

  /** What weighs most: a failure is known for certain, our own fault hides one perhaps. */
  static int of(Collection<Outcome> outcomes, boolean strict) {
    if (outcomes.contains(Outcome.FAILED)) {
      return FAILED;
    }
    if (outcomes.contains(Outcome.BROKEN)) {
      return BROKEN;
    }
    return strict && outcomes.contains(Outcome.DEGRADED) ? DEGRADED : OK;
  }
}
