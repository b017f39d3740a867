package io.goldenpath.dialect;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.framing.Incoming;

/** Frames of {@code agent-events} as they come, through its framing. */
final class AgentEventsFrames {

  private static final Dialect DIALECT = new AgentEventsDialect();

  private AgentEventsFrames() {}

  /** The one part of this frame. */
  static Incoming unwrap(String frame) {
    return DIALECT.framing().connection().unwrap(frame).getFirst();
  }

  static DecodedFrame decode(String frame) {
    return DIALECT.decode(unwrap(frame));
  }
}
