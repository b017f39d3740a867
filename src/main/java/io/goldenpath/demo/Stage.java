package io.goldenpath.demo;

import java.time.Instant;

/**
 * What all connections share.
 *
 * @param accounts Everybody who may log in.
 * @param faults What the platform was told to get wrong.
 * @param log What its operator sees.
 * @param past What was asked before.
 * @param present Who is connected.
 * @param pace How fast agents work.
 * @param timing When the next act is due.
 */
record Stage(
    DemoAccounts accounts,
    DemoFaults faults,
    DemoLog log,
    Past past,
    Present present,
    Pace pace,
    Timing timing) {

  Instant now() {
    return timing.now();
  }

  /** Whether this user was connected a moment ago, or is so. */
  boolean hasSeen(String user) {
    return past.leftLately(user, now()) || !present.of(user).isEmpty();
  }
}
