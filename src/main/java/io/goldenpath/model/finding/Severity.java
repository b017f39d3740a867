package io.goldenpath.model.finding;

/** How much a finding weighs, lightest first. */
public enum Severity implements Labelled {
  INFO,
  WARNING,
  ERROR,
  CRITICAL;

  public boolean failsRun() {
    return compareTo(ERROR) >= 0;
  }
}
