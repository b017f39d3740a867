package io.goldenpath.demo;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.WsRemoteEndpointImplBase;
import org.apache.tomcat.websocket.WsSession;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sending side of a connection. One speaks at a time; a client that does not read is cut off
 * after a few seconds, so that little ever waits here.
 */
final class Mouth {

  private static final long SEND_TIMEOUT_MILLIS = 5_000;
  private static final Field ENDPOINT = endpointField();

  private final StandardWebSocketSession session;
  private final UnaryOperator<ObjectNode> manner;
  private final ReentrantLock speaking = new ReentrantLock();
  private volatile boolean ended;

  /**
   * @param manner what becomes of each object before it is said
   */
  Mouth(StandardWebSocketSession session, UnaryOperator<ObjectNode> manner) {
    this.session = session;
    this.manner = manner;
    session
        .getNativeSession()
        .getUserProperties()
        .put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, SEND_TIMEOUT_MILLIS);
  }

  /** Whether the platform itself has ended the connection. */
  boolean ended() {
    return ended;
  }

  /** Whether it could be said. */
  boolean say(ObjectNode frame) {
    return say(frame, whole -> List.of(new TextMessage(whole.toString())));
  }

  /** Says it in writing of its own. */
  boolean say(ObjectNode frame, Function<ObjectNode, List<TextMessage>> writing) {
    return send(writing.apply(manner.apply(frame)));
  }

  boolean send(List<? extends WebSocketMessage<?>> parts) {
    speaking.lock();
    try {
      if (ended || !session.isOpen()) {
        return false;
      }
      for (WebSocketMessage<?> part : parts) {
        session.sendMessage(part);
      }
      return true;
    } catch (IOException | IllegalStateException ex) {
      // the client is gone, or does not read: the container ends the session
      return false;
    } finally {
      speaking.unlock();
    }
  }

  void close(CloseStatus status) {
    ended = true;
    try {
      session.close(status);
    } catch (IOException ex) {
      // gone already
    }
  }

  /** Ends TCP under the session's feet; no API does, for no honest server needs it. */
  void cut() {
    ended = true;
    try {
      WsSession tomcats = session.getNativeSession(WsSession.class);
      ((WsRemoteEndpointImplBase) ENDPOINT.get(tomcats)).close();
      session.close(CloseStatus.NO_CLOSE_FRAME);
    } catch (IllegalAccessException ex) {
      throw new IllegalStateException(ex);
    } catch (IOException ex) {
      // as intended
    }
  }

  private static Field endpointField() {
    try {
      Field field = WsSession.class.getDeclaredField("wsRemoteEndpoint");
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException ex) {
      throw new IllegalStateException("another Tomcat than the demo was written for", ex);
    }
  }
}
