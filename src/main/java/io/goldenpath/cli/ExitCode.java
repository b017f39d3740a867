package io.goldenpath.cli;

import io.goldenpath.model.run.Outcome;
import java.util.Collection;

/** Exit codes of the commands. */
public final class ExitCode {

  /** Passed, or merely degraded. */
  public static final int OK = 0;

  public static final int FAILED = 1;

  /** Degraded, under {@code --strict}. */
  public static final int DEGRADED = 2;

  public static final int USAGE = 64;

  /** Our own fault. */
  public static final int BROKEN = 70;

  public static final int CONFIGURATION = 78;

  private ExitCode() {}

  /** Worst first: a failure is certain, while our own fault may hide one. */
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
