package io.goldenpath.model.finding;

import java.util.Locale;

/** How much a finding weighs, lightest first. */
public enum Severity {
  INFO,
  WARNING,
  ERROR,
  CRITICAL;

  /** Whether a run that has such a finding failed. */
  public boolean failsRun() {
    return compareTo(ERROR) >= 0;
  }

  /** The severity as metrics, JSON and pages write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
