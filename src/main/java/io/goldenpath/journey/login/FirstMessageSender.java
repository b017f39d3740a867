package io.goldenpath.journey.login;

import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.Condition;
import io.goldenpath.model.target.TokenLocation.FirstMessage;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends the token in a message over the open socket: at once, or when the server asks. */
public final class FirstMessageSender {

  private final FirstMessage message;
  private final UserVariables variables;
  private boolean sent;

  public FirstMessageSender(FirstMessage message, UserVariables variables) {
    this.message = message;
    this.variables = variables;
  }

  /** The message, if it is due unasked. */
  public Optional<Outgoing> initial() {
    return message.after() == null ? render() : Optional.empty();
  }

  /** The message, if this one asks for it. */
  public Optional<Outgoing> replyTo(Message received) {
    return !sent && matches(message.after(), received) ? render() : Optional.empty();
  }

  public boolean refusedBy(Message received) {
    return matches(message.refused(), received);
  }

  private Optional<Outgoing> render() {
    sent = true;
    return Optional.of(new Outgoing(variables.inJson(message.template())));
  }

  private static boolean matches(@Nullable Condition condition, Message received) {
    return condition != null && condition.holds(fields(received.body()));
  }

  private static Map<String, ?> fields(JsonNode body) {
    return body.isObject() ? JsonValues.fields(body) : Map.of();
  }
}
