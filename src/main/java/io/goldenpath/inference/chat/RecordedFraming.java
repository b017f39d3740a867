package io.goldenpath.inference.chat;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The framing that a recorded socket speaks, with what the browser sent to open it. */
public sealed interface RecordedFraming {

  /**
   * Plain JSON.
   *
   * @param split What parts the messages of a frame, as {@code framing.split} has it.
   * @param binary Whether JSON comes in binary frames.
   */
  record Json(String split, boolean binary) implements RecordedFraming {}

  /** Socket.IO; the payload of CONNECT is a missing node for none. */
  record SocketIo(String namespace, JsonNode connect) implements RecordedFraming {}

  /** STOMP: headers of CONNECT, and destinations by the subscription's id. */
  record Stomp(Map<String, String> connect, Map<String, String> subscribe, Duration heartBeat)
      implements RecordedFraming {}

  /** GraphQL; the payload of {@code connection_init} is a missing node for none. */
  record GraphQl(JsonNode connect) implements RecordedFraming {}
}
