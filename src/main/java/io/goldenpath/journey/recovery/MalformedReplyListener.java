package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits a little for what a malformed message brings. The error frame that answers it is no news;
 * all else is for the judgement.
 */
final class MalformedReplyListener implements FrameListener {

  private final FrameListener judgement;
  private final ExpectedErrors expectedErrors;
  private final Deadline wait;
  private @Nullable ConnectionEnd end;
  private boolean over;

  MalformedReplyListener(FrameListener judgement, ExpectedErrors expectedErrors, Deadline wait) {
    this.judgement = judgement;
    this.expectedErrors = expectedErrors;
    this.wait = wait;
    expectedErrors.expect();
  }

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    if (decoded.content() instanceof FrameContent.Failure) {
      expectedErrors.answered();
      over = true;
    } else {
      judgement.frame(decoded, number, nanos);
    }
  }

  @Override
  public void closed(ConnectionEnd how, long nanos) {
    end = how;
    over = true;
  }

  @Override
  public void elapsed(long nanos) {
    over |= wait.reached(nanos);
  }

  @Override
  public Deadline deadline() {
    return wait;
  }

  @Override
  public boolean over() {
    return over;
  }

  /** How the connection ended; empty when it lives. */
  Optional<ConnectionEnd> ending() {
    return Optional.ofNullable(end);
  }
}
