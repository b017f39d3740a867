package io.goldenpath.wire;

/** How large a test is: small in every build, full in the profile {@code thorough}. */
public final class TestSize {

  private TestSize() {}

  /** The first in every build, the second in a thorough one. */
  public static int of(int small, int full) {
    return Boolean.getBoolean("thorough") ? full : small;
  }
}
