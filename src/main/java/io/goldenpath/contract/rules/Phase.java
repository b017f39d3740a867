package io.goldenpath.contract.rules;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;

/** Phase of a connection: before the question, or after it. */
interface Phase {

  void frame(DecodedFrame decoded, boolean foreign, int number, long nanos);

  void closed(ConnectionEnd end, long nanos);

  void elapsed(long nanos);

  Deadline deadline();

  void finish();

  boolean over();

  Step step();

  default boolean began() {
    return false;
  }

  /** Whether the terminal event came with a true answer and nothing worse than a warning. */
  default boolean endedWell() {
    return false;
  }
}
