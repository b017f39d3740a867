package io.goldenpath.history.store;

/** What one step of the retention has deleted; there may be more of it. */
public enum RetentionStep {
  NOTHING,
  TOO_OLD,
  FRAMES_BEYOND_SIZE,
  RUNS_BEYOND_SIZE
}
