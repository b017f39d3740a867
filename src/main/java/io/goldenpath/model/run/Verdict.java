package io.goldenpath.model.run;

import java.util.Locale;

/** Verdict on a probe, worst first. */
public enum Verdict {
  DOWN,
  DEGRADED,
  UNKNOWN,
  UP;

  /** The verdict after a run that ended so. */
  public static Verdict of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> UP;
      case DEGRADED -> DEGRADED;
      case FAILED -> DOWN;
      case BROKEN -> UNKNOWN;
    };
  }

  /** The verdict as metrics, JSON and pages write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
