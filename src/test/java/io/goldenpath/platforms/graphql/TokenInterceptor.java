package io.goldenpath.platforms.graphql;

import java.util.Map;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Wants a token in {@code connection_init}, and tells operations whose it is. */
@Component
final class TokenInterceptor implements WebSocketGraphQlInterceptor {

  private static final String USER = "user";

  @Override
  public Mono<Object> handleConnectionInitialization(
      WebSocketSessionInfo session, Map<String, Object> payload) {
    String carrier = String.valueOf(payload.get("authorization"));
    String user = ChatController.userOf(carrier.replaceFirst("^Bearer ", ""));
    if (user.isEmpty() || fault(session) == ChatFault.REFUSED) {
      return Mono.error(new SecurityException("unknown token"));
    }
    session.getAttributes().put(USER, user);
    return Mono.just(Map.of(USER, user));
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    if (request instanceof WebSocketGraphQlRequest operation) {
      WebSocketSessionInfo session = operation.getSessionInfo();
      Map<String, Object> context =
          Map.of(USER, session.getAttributes().get(USER), "fault", fault(session));
      request.configureExecutionInput((_, input) -> input.graphQLContext(context).build());
    }
    return chain.next(request);
  }

  private static ChatFault fault(WebSocketSessionInfo session) {
    return ChatFault.of(String.valueOf(session.getUri().getQuery()));
  }
}
