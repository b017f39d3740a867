package io.goldenpath.journey;

/** How many of our malformed messages may still be answered by an error frame. */
final class Pardons {

  private int open;

  /** A malformed message was sent. */
  void expect() {
    open++;
  }

  /** One was answered. */
  void take() {
    open = Math.max(0, open - 1);
  }

  boolean none() {
    return open == 0;
  }
}
