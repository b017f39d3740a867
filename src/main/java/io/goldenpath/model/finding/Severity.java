package io.goldenpath.model.finding;

import java.util.Locale;

/** How much a finding weighs, lightest first. */
public enum Severity {
  INFO,
  WARNING,
  ERROR,
  CRITICAL;

  /** The severity as metrics, JSON and pages write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
