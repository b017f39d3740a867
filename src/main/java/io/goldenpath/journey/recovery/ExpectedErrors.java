package io.goldenpath.journey.recovery;

/** How many of our malformed messages may still be answered by an error frame. */
final class ExpectedErrors {

  private int open;

  /** A malformed message was sent. */
  void expect() {
    open++;
  }

  /** One was answered. */
  void answered() {
    open = Math.max(0, open - 1);
  }

  boolean isEmpty() {
    return open == 0;
  }
}
