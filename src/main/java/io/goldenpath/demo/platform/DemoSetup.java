package io.goldenpath.demo.platform;

import java.security.SecureRandom;

/** Size of the platform, seed of its agents' pace, and the behaviours that can be switched on. */
public record DemoSetup(int accounts, long seed, FaultCatalogue catalogue) {

  private static final int ACCOUNTS = 5;

  public DemoSetup(int accounts, long seed) {
    this(accounts, seed, FaultCatalogue.shipped());
  }

  static DemoSetup usual() {
    return new DemoSetup(ACCOUNTS, new SecureRandom().nextLong());
  }
}
