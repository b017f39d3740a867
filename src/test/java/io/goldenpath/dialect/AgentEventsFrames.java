package io.goldenpath.dialect;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.framing.Incoming;
import io.goldenpath.model.target.TemplateValues;

/** Frames of {@code agent-events} as they come, through its framing. */
final class AgentEventsFrames {

  private static final AgentEventsDialect DIALECT = new AgentEventsDialect();

  private AgentEventsFrames() {}

  /** The one part of this frame. */
  static Incoming unwrap(String frame) {
    return DIALECT.framing().connection(TemplateValues.NONE).unwrap(frame, 0).getFirst();
  }

  static DecodedFrame decode(String frame) {
    return unwrap(frame) instanceof Incoming.Message message
        ? DIALECT.received(message, 1, 0).parts().getFirst().decoded()
        : DIALECT.decode(unwrap(frame));
  }
}
