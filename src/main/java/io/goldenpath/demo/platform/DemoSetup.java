package io.goldenpath.demo.platform;

import io.goldenpath.demo.fault.FaultCatalogue;
import java.security.SecureRandom;

/**
 * How large the platform is, and what it can be switched to.
 *
 * @param accounts How many accounts are made.
 * @param seed What the agents' pace is drawn from.
 * @param catalogue Every behaviour that an order may name.
 */
public record DemoSetup(int accounts, long seed, FaultCatalogue catalogue) {

  private static final int ACCOUNTS = 5;

  /** With the faults that the platform ships with. */
  public DemoSetup(int accounts, long seed) {
    this(accounts, seed, FaultCatalogue.shipped());
  }

  /** A few accounts, and another pace at each start. */
  static DemoSetup usual() {
    return new DemoSetup(ACCOUNTS, new SecureRandom().nextLong());
  }
}
