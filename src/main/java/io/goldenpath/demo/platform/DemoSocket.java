package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.demo.script.DemoState;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
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
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** A socket of the platform: admits at the upgrade, refuses only after it, like many a server. */
final class DemoSocket extends TextWebSocketHandler implements HandshakeHandler {

  private static final String ADMISSION = "admission";
  private static final String CONNECTION = "connection";

  private final DemoState state;
  private final DemoFaults faults;
  private final BiFunction<HttpHeaders, URI, Admission> admissions;
  private final DefaultHandshakeHandler handshake = new DefaultHandshakeHandler();

  DemoSocket(
      DemoState state,
      DemoFaults faults,
      BiFunction<HttpHeaders, URI, Admission> admissions,
      String... subprotocols) {
    this.state = state;
    this.faults = faults;
    this.admissions = admissions;
    handshake.setSupportedProtocols(subprotocols);
  }

  @Override
  public boolean doHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    Admission admission = changed(admissions.apply(request.getHeaders(), request.getURI()));
    attributes.put(ADMISSION, admission);
    String user = admission.user().name();
    state.tell(Kind.UPGRADE, user, String.join(" ", request.getHeaders().headerNames()));
    return faults
            .due(FaultHook.AtUpgrade.class, user, hook -> hook.when().test(admission, state))
            .stream()
            .allMatch(hook -> goesOn(hook.reply(), response))
        && handshake.doHandshake(request, response, handler, attributes);
  }

  private Admission changed(Admission found) {
    Admission changed = found;
    for (FaultHook.AtAdmission hook :
        faults.due(
            FaultHook.AtAdmission.class, found.user().name(), hook -> hook.when().test(found))) {
      changed = hook.change().apply(changed, state);
    }
    return changed;
  }

  private boolean goesOn(DemoReply reply, ServerHttpResponse response) {
    state.timer().await(reply.delay());
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
  public void afterConnectionEstablished(WebSocketSession session) {
    Admission admission = attribute(session, ADMISSION, Admission.class);
    ChatConnection connection =
        new ChatConnection(admission.user(), state, faults, (StandardWebSocketSession) session);
    session.getAttributes().put(CONNECTION, connection);
    connection.open(admission);
  }

  /** A whole message would take a buffer of its length for as long as the connection lasts. */
  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    connection(session).read(message.getPayload(), message.isLast());
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
    connection(session).read("", message.isLast());
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    connection(session).closed(status);
  }

  private static ChatConnection connection(WebSocketSession session) {
    return attribute(session, CONNECTION, ChatConnection.class);
  }

  private static <T> T attribute(WebSocketSession session, String name, Class<T> type) {
    return Objects.requireNonNull(type.cast(session.getAttributes().get(name)), name);
  }
}
