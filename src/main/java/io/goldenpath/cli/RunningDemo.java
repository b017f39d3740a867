package io.goldenpath.cli;

import io.goldenpath.model.target.Secret;

/** The demo platform alone, while it runs. */
public interface RunningDemo extends AutoCloseable {

  /** Starts the demo platform. */
  @FunctionalInterface
  interface Opener {

    /** The demo platform on this port of the loopback interface, or on a free one for 0. */
    RunningDemo open(int port);
  }

  /**
   * Who may log in.
   *
   * @param email name at the login
   * @param password made for this start, and worth nothing anywhere else
   */
  record Account(String email, Secret password) {}

  /** Where it listens. */
  int port();

  /** One of its accounts. */
  Account account();

  /** Waits until the process is told to stop. */
  void awaitStop() throws InterruptedException;

  @Override
  void close();
}
