package io.goldenpath.model.finding;

import java.util.Locale;

/** How much a finding weighs, lightest first. */
public enum Severity {
  INFO,
  WARNING,
  ERROR,
  CRITICAL;

  public boolean failsRun() {
    return compareTo(ERROR) >= 0;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
