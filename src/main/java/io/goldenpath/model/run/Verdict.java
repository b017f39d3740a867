package io.goldenpath.model.run;

import java.util.Locale;

/** Verdict on a probe, worst first. */
public enum Verdict {
  DOWN,
  DEGRADED,
  UNKNOWN,
  UP;

  public static Verdict of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> UP;
      case DEGRADED -> DEGRADED;
      case FAILED -> DOWN;
      case BROKEN -> UNKNOWN;
    };
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
