package io.goldenpath.demo;

import io.goldenpath.demo.Admission.Admitted;
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

  private static final int MESSAGE_LIMIT = 64 * 1024;
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
    stage.log().add(Kind.UPGRADE, name(admission), names);
    return stage.faults().due(Play.AtUpgrade.class, name(admission)).stream()
        .allMatch(play -> goesOn(play.reply(), response));
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
    session.setTextMessageSizeLimit(MESSAGE_LIMIT);
    Map<String, Object> attributes = session.getAttributes();
    switch (attributes.get(ADMISSION)) {
      case Admitted(Visitor visitor) -> {
        stage.log().add(Kind.CONNECTED, visitor.name(), "");
        List<Play> own = stage.faults().forConnection(visitor.name());
        Mouth mouth = mouth(session, manner(visitor, own));
        Conversation conversation = new Conversation(visitor, stage, mouth, own);
        attributes.put(CONVERSATION, conversation);
        conversation.open();
      }
      case TurnedAway refusal -> {
        stage.log().add(Kind.TURNED_AWAY, Visitor.UNKNOWN.name(), refusal.code());
        Mouth mouth = mouth(session, UnaryOperator.identity());
        Conversation conversation = new Conversation(Visitor.UNKNOWN, stage, mouth, List.of());
        attributes.put(CONVERSATION, conversation);
        conversation.refuse(refusal);
      }
      case null, default -> throw new IllegalStateException("a session without a handshake");
    }
  }

  private UnaryOperator<ObjectNode> manner(Visitor visitor, List<Play> own) {
    List<Play.AtSpeech> plays =
        Stream.concat(
                own.stream(), stage.faults().due(Play.AtSpeech.class, visitor.name()).stream())
            .filter(Play.AtSpeech.class::isInstance)
            .map(Play.AtSpeech.class::cast)
            .toList();
    return frame -> {
      ObjectNode said = frame;
      for (Play.AtSpeech play : plays) {
        said = play.change().apply(said);
      }
      return said;
    };
  }

  private static Mouth mouth(WebSocketSession session, UnaryOperator<ObjectNode> manner) {
    return new Mouth((StandardWebSocketSession) session, manner);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    of(session).hear(message.getPayload());
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

  private static String name(Admission admission) {
    return admission instanceof Admitted(Visitor visitor) ? visitor.name() : Visitor.UNKNOWN.name();
  }
}
