package io.goldenpath.platforms.stomp;

import java.io.IOException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/** A connection whose faults lie below STOMP. */
final class FaultySession extends WebSocketSessionDecorator {

  private static final String FIRST_EVENT = "\"run.started\"";

  private final FaultSwitch faults;
  private boolean started;

  FaultySession(WebSocketSession session, FaultSwitch faults) {
    super(session);
    this.faults = faults;
  }

  @Override
  public void sendMessage(WebSocketMessage<?> message) throws IOException {
    if (started && faults.is(StompFault.MUTE)) {
      return;
    }
    super.sendMessage(message);
    if (!started && message.getPayload().toString().contains(FIRST_EVENT)) {
      started = true;
      if (faults.is(StompFault.GARBAGE)) {
        super.sendMessage(new TextMessage("{\"type\":\"run.started\"}"));
      }
      if (faults.is(StompFault.DROPPED)) {
        super.close(CloseStatus.SERVICE_RESTARTED);
      }
    }
  }
}
