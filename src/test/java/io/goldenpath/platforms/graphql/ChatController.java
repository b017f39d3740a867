package io.goldenpath.platforms.graphql;

import graphql.GraphQLError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Logs users in and runs the agent. */
@Controller
final class ChatController {

  static final String PASSWORD = "correct horse";
  private static final String TOKEN = "token-of-";

  /** Who a token was issued to; empty for one that never was. */
  static String userOf(String token) {
    return token.startsWith(TOKEN) ? token.substring(TOKEN.length()) : "";
  }

  @QueryMapping
  boolean ready() {
    return true;
  }

  @MutationMapping
  Map<String, String> login(@Argument String email, @Argument String password) {
    if (!password.equals(PASSWORD)) {
      throw new SecurityException("Invalid credentials");
    }
    return Map.of("token", TOKEN + email, "userId", email);
  }

  @GraphQlExceptionHandler
  GraphQLError refused(SecurityException refused) {
    return GraphQLError.newError()
        .errorType(ErrorType.UNAUTHORIZED)
        .message(refused.getMessage())
        .build();
  }

  @SchemaMapping
  String answer(ChatEvent.RunFinished end) {
    return Optional.ofNullable(end.answer()).orElseThrow(() -> new IllegalStateException("gone"));
  }

  @SubscriptionMapping
  Flux<ChatEvent> ask(
      @Argument String text, @ContextValue String user, @ContextValue ChatFault fault) {
    Flux<ChatEvent> events =
        Flux.fromIterable(ChatAgent.events(text, user, fault)).delayElements(Duration.ofMillis(20));
    return switch (fault) {
      case SILENT -> events.concatWith(Flux.never());
      case ERROR -> events.concatWith(Flux.error(new IllegalStateException("no model")));
      default -> events;
    };
  }
}
