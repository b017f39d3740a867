package io.goldenpath.cli;

import io.goldenpath.model.target.Secret;

/** Handle on a demo platform that runs alone. */
public interface RunningDemo extends AutoCloseable {

  /** Starts the demo platform. */
  @FunctionalInterface
  interface Opener {

    /** Listens on this port of the loopback interface, or on a free one for 0. */
    RunningDemo open(int port);
  }

  /** Demo login; its password is made at each start. */
  record Account(String email, Secret password) {}

  int port();

  Account account();

  void awaitStop() throws InterruptedException;

  @Override
  void close();
}
