package io.goldenpath.cli;

import java.util.Set;

/** Receivers of the settings, to each of which a message can be sent that tells of nothing. */
public interface TestableReceivers extends AutoCloseable {

  Set<String> names();

  /** The name must be one of them. */
  Answer send(String name) throws InterruptedException;

  @Override
  void close();

  /**
   * What came of it.
   *
   * @param said What the receiver says, without secrets.
   */
  record Answer(boolean taken, String said) {}
}
