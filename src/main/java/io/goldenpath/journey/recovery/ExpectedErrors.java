package io.goldenpath.journey.recovery;

/** Counts our malformed messages that may still be answered by an error frame. */
final class ExpectedErrors {

  private int open;

  void expect() {
    open++;
  }

  void answered() {
    open = Math.max(0, open - 1);
  }

  boolean isEmpty() {
    return open == 0;
  }
}
