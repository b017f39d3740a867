package io.goldenpath.journey;

import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Hearer;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Waits for a connection to end, whatever else comes on it. */
final class Aftermath implements Hearer {

  private final Deadline end;
  private @Nullable Long ended;

  /**
   * @param end by when it must have ended
   */
  Aftermath(Deadline end) {
    this.end = end;
  }

  @Override
  public void frame(Heard heard, int number, long nanos) {
    // what a connection says in its last moments is news to nobody
  }

  @Override
  public void closed(Ending ending, long nanos) {
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
  OptionalLong ended() {
    return ended == null ? OptionalLong.empty() : OptionalLong.of(ended);
  }
}
