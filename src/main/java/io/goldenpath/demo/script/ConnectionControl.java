package io.goldenpath.demo.script;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import tools.jackson.databind.node.ObjectNode;

/** Operations of a script on its connection. */
public interface ConnectionControl {

  Instant now();

  /** Whether the frame could be sent. */
  default boolean send(ObjectNode frame) {
    return send(frame, whole -> List.of(new TextMessage(whole.toString())));
  }

  boolean send(ObjectNode frame, Function<ObjectNode, List<TextMessage>> writing);

  boolean write(List<? extends WebSocketMessage<?>> parts);

  void close(CloseStatus status);

  /** Ends the TCP connection without a close frame. */
  void cut();

  /** Begins the application heartbeat, with a first ping at once. */
  void startHeartbeat();

  void startReading();

  /** Discards what the user sends from now on. */
  void stopReading();
}
