package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits for the end of a connection or a deadline, whatever else comes. */
public class WaitingListener implements FrameListener {

  private final Deadline deadline;
  private @Nullable ConnectionEnd end;
  private long ended;
  private boolean over;

  public WaitingListener(Deadline deadline) {
    this.deadline = deadline;
  }

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    // only the end counts
  }

  @Override
  public void closed(ConnectionEnd how, long nanos) {
    end = how;
    ended = nanos;
    over = true;
  }

  @Override
  public void elapsed(long nanos) {
    over |= deadline().reached(nanos);
  }

  @Override
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public final boolean over() {
    return over;
  }

  /** Empty while the connection is open. */
  public final Optional<ConnectionEnd> ending() {
    return Optional.ofNullable(end);
  }

  public final boolean endedBefore(long nanos) {
    return end != null && ended < nanos;
  }

  public final void stop() {
    over = true;
  }
}
