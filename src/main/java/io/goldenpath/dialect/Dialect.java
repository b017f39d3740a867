package io.goldenpath.dialect;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.Incoming;

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

  /** What the framing says that is no message. Whatever a server may send, this never throws. */
  DecodedFrame decode(Incoming part);

  /** What the platform's close codes mean. */
  default CloseCodes closeCodes() {
    return framing().closeCodes();
  }
}
