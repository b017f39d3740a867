package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;

/**
 * Keeps from a hearer the late answers to malformed messages.
 *
 * @param listener Who hears the rest.
 * @param expectedErrors How many are still open.
 */
record LateErrorFilter(FrameListener listener, ExpectedErrors expectedErrors)
    implements FrameListener {

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    boolean answer =
        decoded.content() instanceof FrameContent.Failure failure
            && failure.cause() == FrameContent.ErrorCause.MESSAGE
            && !expectedErrors.isEmpty();
    if (answer) {
      expectedErrors.answered();
    } else {
      listener.frame(decoded, number, nanos);
    }
  }

  @Override
  public void closed(ConnectionEnd end, long nanos) {
    listener.closed(end, nanos);
  }

  @Override
  public void elapsed(long nanos) {
    listener.elapsed(nanos);
  }

  @Override
  public Deadline deadline() {
    return listener.deadline();
  }

  @Override
  public boolean over() {
    return listener.over();
  }
}
