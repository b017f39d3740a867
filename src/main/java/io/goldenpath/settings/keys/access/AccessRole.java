package io.goldenpath.settings.keys.access;

/** What somebody who is known may do; each may do what those above it may. */
public enum AccessRole {
  /** Reads pages, the API and, where they are not open, metrics. */
  READER,
  /** Starts and changes things as well. */
  OPERATOR;

  public boolean includes(AccessRole other) {
    return compareTo(other) >= 0;
  }
}
