package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;

/** Stands before another listener, and tells it all but some frames. */
interface ForwardingListener extends FrameListener {

  FrameListener next();

  @Override
  default void closed(ConnectionEnd end, long nanos) {
    next().closed(end, nanos);
  }

  @Override
  default void elapsed(long nanos) {
    next().elapsed(nanos);
  }

  @Override
  default Deadline deadline() {
    return next().deadline();
  }

  @Override
  default boolean over() {
    return next().over();
  }
}
