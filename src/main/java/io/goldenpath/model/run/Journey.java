package io.goldenpath.model.run;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.util.List;

/** Walks a path once. One object serves one probe for as long as its settings hold. */
public interface Journey {

  Probe probe();

  /** How long until this user may log in as often as a run does; zero where it may begin now. */
  default Duration loginWait(User user, Trigger trigger) {
    return Duration.ZERO;
  }

  /**
   * One attempt, on the caller's thread, ended by the probe's timeout at the latest. Whatever the
   * target does becomes a finding; an exception is our own fault.
   *
   * @throws InterruptedException when the monitor stops: sockets are closed, and no run counts
   */
  Run run(RunInfo info, List<User> users) throws InterruptedException;
}
