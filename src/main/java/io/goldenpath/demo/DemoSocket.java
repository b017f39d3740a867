package io.goldenpath.demo;

import io.goldenpath.demo.Admission.Admitted;
import io.goldenpath.demo.Admission.ShutOut;
import io.goldenpath.demo.Admission.TurnedAway;
import io.goldenpath.demo.DemoLog.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import tools.jackson.databind.node.ObjectNode;

/** A socket of the platform: admits at the upgrade, refuses only after it, like many a server. */
final class DemoSocket extends TextWebSocketHandler implements HandshakeInterceptor {

  private static final String ADMISSION = "admission";
  private static final String CONVERSATION = "conversation";

  private final Stage stage;
  private final BiFunction<HttpHeaders, URI, Admission> door;

  DemoSocket(Stage stage, BiFunction<HttpHeaders, URI, Admission> door) {
    this.stage = stage;
    this.door = door;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    Admission admission = door.apply(request.getHeaders(), request.getURI());
    attributes.put(ADMISSION, admission);
    String names = String.join(" ", request.getHeaders().headerNames());
    stage.log().add(Kind.UPGRADE, admission.visitor().name(), names);
    return replies(admission).allMatch(reply -> goesOn(reply, response));
  }

  private Stream<UpgradeReply> replies(Admission admission) {
    String name = admission.visitor().name();
    DemoFaults faults = stage.faults();
    Stream<UpgradeReply> special =
        switch (admission) {
          case TurnedAway _ ->
              faults.due(Play.AtRefusedUpgrade.class, name).stream()
                  .map(Play.AtRefusedUpgrade::reply);
          case Admitted(Visitor visitor) when stage.hasSeen(visitor.id()) ->
              faults.due(Play.AtReturningUpgrade.class, name).stream()
                  .map(Play.AtReturningUpgrade::reply);
          case Admitted _, ShutOut _ -> Stream.of();
        };
    return Stream.concat(
        special, faults.due(Play.AtUpgrade.class, name).stream().map(Play.AtUpgrade::reply));
  }

  private boolean goesOn(UpgradeReply reply, ServerHttpResponse response) {
    stage.timing().await(reply.delay());
    if (reply.status() == null) {
      return true;
    }
    response.setStatusCode(HttpStatusCode.valueOf(reply.status()));
    reply.headers().forEach(response.getHeaders()::set);
    try {
      response.getBody().write(reply.body().getBytes(StandardCharsets.UTF_8));
    } catch (IOException ex) {
      // the client did not wait
    }
    return false;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception exception) {}

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    if (!(session.getAttributes().get(ADMISSION) instanceof Admission admission)) {
      throw new IllegalStateException("a session without a handshake");
    }
    Visitor visitor = admission.visitor();
    Plays plays = Plays.of(stage.faults(), visitor.name());
    Mouth mouth = new Mouth((StandardWebSocketSession) session, manner(plays));
    Conversation conversation = new Conversation(visitor, stage, mouth, plays);
    session.getAttributes().put(CONVERSATION, conversation);
    switch (admission) {
      case Admitted _ -> {
        stage.log().add(Kind.CONNECTED, visitor.name(), "");
        conversation.open();
      }
      case TurnedAway(_, Flaw flaw) -> {
        stage.log().add(Kind.TURNED_AWAY, visitor.name(), flaw.refusal().code());
        conversation.refuse(flaw);
      }
      case ShutOut _ -> {
        stage.log().add(Kind.TURNED_AWAY, visitor.name(), Refusal.BREAKER_OPEN.code());
        conversation.shutOut();
      }
    }
  }

  private static UnaryOperator<ObjectNode> manner(Plays plays) {
    List<Play.AtSpeech> due = plays.due(Play.AtSpeech.class);
    return frame -> {
      ObjectNode said = frame;
      for (Play.AtSpeech play : due) {
        said = play.change().apply(said);
      }
      return said;
    };
  }

  /** A whole message would take a buffer of its length for as long as the connection lasts. */
  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    of(session).hear(message.getPayload(), message.isLast());
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
    of(session).hear("", message.isLast());
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    of(session).closed(status);
  }

  private static Conversation of(WebSocketSession session) {
    if (session.getAttributes().get(CONVERSATION) instanceof Conversation conversation) {
      return conversation;
    }
    throw new IllegalStateException("a session without a conversation");
  }
}
