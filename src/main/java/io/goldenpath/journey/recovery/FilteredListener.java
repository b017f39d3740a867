package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;

/** Forwards to the next listener all but the frames that the filter takes. */
record FilteredListener(FrameListener next, Filter filter) implements FrameListener {

  @FunctionalInterface
  interface Filter {
    boolean takes(DecodedFrame decoded, int number, long nanos);
  }

  @Override
  public void opened() {
    next.opened();
  }

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    if (!filter.takes(decoded, number, nanos)) {
      next.frame(decoded, number, nanos);
    }
  }

  @Override
  public void closed(ConnectionEnd end, long nanos) {
    next.closed(end, nanos);
  }

  @Override
  public void elapsed(long nanos) {
    next.elapsed(nanos);
  }

  @Override
  public Deadline deadline() {
    return next.deadline();
  }

  @Override
  public boolean over() {
    return next.over();
  }
}
