package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.journey.chat.WaitingListener;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;

/** Waits for the rest of a run on a new connection: what comes is judged, silence is not. */
final class RestListener extends WaitingListener {

  private final FrameListener judgement;

  RestListener(FrameListener judgement, Deadline wait) {
    super(wait);
    this.judgement = judgement;
  }

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    judgement.frame(decoded, number, nanos);
    if (judgement.over()) {
      stop();
    }
  }

  @Override
  public void closed(ConnectionEnd how, long nanos) {
    super.closed(how, nanos);
    judgement.closed(how, nanos);
  }
}
