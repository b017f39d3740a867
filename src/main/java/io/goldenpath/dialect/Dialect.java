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
   * Variables that we make anew for each run, before its first request, to be set in its {@link
   * ConversationValues}.
   */
  default Map<String, Object> runVariables() {
    return Map.of();
  }

  /** The same for each connection, before the requests that prepare it. */
  default Map<String, Object> connectionVariables() {
    return Map.of();
  }

  /** Whether each question gets a connection of its own. */
  default boolean connectsPerQuestion() {
    return false;
  }

  /** What the framing says that is no message. Whatever a server may send, this never throws. */
  default DecodedFrame decode(Incoming part) {
    return FramingParts.decode(part);
  }

  /** What the platform's close codes mean. */
  default CloseCodes closeCodes() {
    return framing().closeCodes();
  }
}
