package io.goldenpath.contract.rules;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;

/** Phase of a connection: before the question, or after it. */
abstract class Phase {

  private boolean over;

  abstract void frame(DecodedFrame decoded, boolean foreign, int number, long nanos);

  abstract void closed(ConnectionEnd end, long nanos);

  abstract void elapsed(long nanos);

  abstract Deadline deadline();

  abstract Step step();

  void finish() {
    over = true;
  }

  boolean over() {
    return over;
  }

  boolean began() {
    return false;
  }

  /** Whether the terminal event came with a true answer and nothing worse than a warning. */
  boolean endedWell() {
    return false;
  }
}
