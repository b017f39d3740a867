package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;

/** Listener that forwards all but some frames to the next one. */
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
