package io.goldenpath.model.run;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.User;
import java.util.List;

/** Walks a path once. One object serves one probe for as long as its settings hold. */
public interface Journey {

  /** What this journey tries, and against whom. */
  Probe probe();

  /** How often this user would log in during a run, which the target bears only so often. */
  default int expectedLogins(User user) {
    return 0;
  }

  /**
   * One attempt, on the caller's thread, ended by the probe's timeout at the latest. Whatever the
   * target does becomes a finding; an exception is our own fault.
   *
   * @param users the users leased to this run
   * @throws InterruptedException when the monitor stops: sockets are closed, and no run counts
   */
  Run run(RunInfo info, List<User> users) throws InterruptedException;
}
