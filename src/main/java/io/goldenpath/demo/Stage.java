package io.goldenpath.demo;

import java.time.Instant;
import java.time.InstantSource;

/**
 * What all connections share.
 *
 * @param accounts Everybody who may log in.
 * @param faults What the platform was told to get wrong.
 * @param log What its operator sees.
 * @param runs What its users were answered before.
 * @param pace How fast agents work.
 * @param timing When the next act is due.
 * @param time The platform's clock.
 */
record Stage(
    DemoAccounts accounts,
    DemoFaults faults,
    DemoLog log,
    LastRuns runs,
    Pace pace,
    Timing timing,
    InstantSource time) {

  Instant now() {
    return time.instant();
  }
}
