package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.ConnectionControl;
import io.goldenpath.demo.script.DemoTimer;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ServerFrames;
import java.io.IOException;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
 * Sending side of a connection, which plays scripts until it is over: one frame at a time; a client
 * that does not read is cut off.
 */
final class FrameSender implements ConnectionControl {

  private static final long SEND_TIMEOUT_MILLIS = 5_000;
  private static final Field ENDPOINT = endpointField();

  private final StandardWebSocketSession session;
  private final UnaryOperator<ObjectNode> change;
  private final MessageReader reader;
  private final DemoTimer timer;
  private final ReentrantLock sending = new ReentrantLock();
  private volatile boolean ended;
  private volatile boolean over;

  FrameSender(
      StandardWebSocketSession session,
      UnaryOperator<ObjectNode> change,
      MessageReader reader,
      DemoTimer timer) {
    this.session = session;
    this.change = change;
    this.reader = reader;
    this.timer = timer;
    session
        .getNativeSession()
        .getUserProperties()
        .put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, SEND_TIMEOUT_MILLIS);
  }

  /** Whether the platform itself ended the connection. */
  boolean ended() {
    return ended;
  }

  void play(Script script) {
    play(script, _ -> {});
  }

  void play(Script script, Consumer<Script> end) {
    if (script.steps().isEmpty()) {
      end.accept(script);
      return;
    }
    timer.after(script.steps().getFirst().gap(), () -> perform(script, end));
  }

  /** Steps without a gap run in one go, so that nothing comes between them. */
  private void perform(Script script, Consumer<Script> end) {
    Script rest = script;
    do {
      if (over || !rest.steps().getFirst().action().on(this)) {
        over = true;
        end.accept(rest);
        return;
      }
      rest = rest.from(1);
    } while (!rest.steps().isEmpty() && rest.steps().getFirst().gap().isZero());
    play(rest, end);
  }

  void over() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  @Override
  public Instant now() {
    return timer.now();
  }

  @Override
  public boolean send(ObjectNode frame, Function<ObjectNode, List<TextMessage>> writing) {
    return write(writing.apply(change.apply(frame)));
  }

  @Override
  public boolean write(List<? extends WebSocketMessage<?>> parts) {
    sending.lock();
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
      sending.unlock();
    }
  }

  @Override
  public void close(CloseStatus status) {
    ended = true;
    try {
      session.close(status);
    } catch (IOException ex) {
      // gone already
    }
  }

  /** Closes Tomcat's endpoint by reflection: no API drops a connection without a close frame. */
  @Override
  public void cut() {
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

  @Override
  public void startHeartbeat() {
    if (send(ServerFrames.ping(now()))) {
      timer.after(ServerFrames.HEARTBEAT, this::startHeartbeat);
    }
  }

  @Override
  public void startReading() {
    reader.open();
  }

  @Override
  public void stopReading() {
    reader.close();
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
