package io.goldenpath.dialect;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.Incoming;
import java.util.Map;

/** How a platform is spoken to, and what its messages mean. */
public interface Dialect {

  Framing framing();

  /** Names of the events that it can report. */
  EventNames eventNames();

  /**
   * What is said on a new connection.
   *
   * @param resumed Whether it goes on where a connection was lost.
   */
  Conversation conversation(ConversationValues values, boolean resumed);

  /**
   * Variables that we make for one run, before its first request; each call makes new values. They
   * are set in the run's {@link ConversationValues}.
   */
  default Map<String, Object> runVariables() {
    return Map.of();
  }

  /** What the framing says that is no message. Whatever a server may send, this never throws. */
  DecodedFrame decode(Incoming part);

  /** What the platform's close codes mean. */
  default CloseCodes closeCodes() {
    return framing().closeCodes();
  }
}
