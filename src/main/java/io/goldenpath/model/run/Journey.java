package io.goldenpath.model.run;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.User;
import java.util.List;
import java.util.Optional;

/** Walks a path once. One object serves one probe for as long as its settings hold. */
public interface Journey {

  Probe probe();

  /** What keeps this user from the logins of a run now; empty where it may begin. */
  default Optional<Postponement> postponed(User user, Trigger trigger) {
    return Optional.empty();
  }

  /**
   * One attempt, on the caller's thread, ended by the probe's timeout at the latest. Whatever the
   * target does becomes a finding; an exception is our own fault.
   *
   * @throws InterruptedException when the monitor stops: sockets are closed, and no run counts
   */
  Run run(RunInfo info, List<User> users) throws InterruptedException;
}
