package io.goldenpath.demo;

import java.security.SecureRandom;

/**
 * How large the platform is.
 *
 * @param accounts How many accounts are made.
 * @param seed What the agents' pace is drawn from.
 */
public record DemoSetup(int accounts, long seed) {

  private static final int ACCOUNTS = 5;

  /** A few accounts, and another pace at each start. */
  static DemoSetup usual() {
    return new DemoSetup(ACCOUNTS, new SecureRandom().nextLong());
  }
}
