package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameListener;

/** Filters out late error frames that answer malformed messages. */
record LateErrorFilter(FrameListener next, ExpectedErrors expectedErrors)
    implements ForwardingListener {

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    if (decoded.content() instanceof FrameContent.Failure failure
        && failure.cause() == FrameContent.ErrorCause.MESSAGE
        && !expectedErrors.isEmpty()) {
      expectedErrors.answered();
    } else {
      next.frame(decoded, number, nanos);
    }
  }
}
