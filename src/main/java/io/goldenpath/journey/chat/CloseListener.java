package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Waits for a connection to end, whatever else comes on it. */
public final class CloseListener implements FrameListener {

  private final Deadline end;
  private @Nullable Long ended;

  /**
   * @param end by when it must have ended
   */
  public CloseListener(Deadline end) {
    this.end = end;
  }

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    // what a connection says in its last moments is news to nobody
  }

  @Override
  public void closed(ConnectionEnd connectionEnd, long nanos) {
    ended = nanos;
  }

  @Override
  public void elapsed(long nanos) {
    // there is nothing to decide before the end
  }

  @Override
  public Deadline deadline() {
    return end;
  }

  @Override
  public boolean over() {
    return ended != null;
  }

  /** When it ended; empty when it goes on. */
  public OptionalLong ended() {
    return ended == null ? OptionalLong.empty() : OptionalLong.of(ended);
  }
}
