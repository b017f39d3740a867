package io.goldenpath.model.run;

import io.goldenpath.model.finding.Labelled;

/** Verdict on a probe, worst first. */
public enum Verdict implements Labelled {
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
}
