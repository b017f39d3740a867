package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.journey.chat.WaitingListener;
import io.goldenpath.model.time.Deadline;

/** Waits briefly for the error frame that answers a malformed message; all else is judged. */
final class MalformedReplyListener extends WaitingListener {

  private final FrameListener judgement;
  private final ExpectedErrors expectedErrors;
  private final boolean mayClose;

  /** {@code mayClose} tells whether the protocol lets a close follow the error frame. */
  MalformedReplyListener(
      FrameListener judgement, ExpectedErrors expectedErrors, Deadline wait, boolean mayClose) {
    super(wait);
    this.mayClose = mayClose;
    this.judgement = judgement;
    this.expectedErrors = expectedErrors;
    expectedErrors.expect();
  }

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    if (decoded.content() instanceof FrameContent.Failure) {
      expectedErrors.answered();
      if (!mayClose) {
        stop();
      }
    } else {
      judgement.frame(decoded, number, nanos);
    }
  }
}
