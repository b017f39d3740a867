package io.goldenpath.journey.login;

import io.goldenpath.model.target.Condition;
import io.goldenpath.model.target.FirstMessage;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The user says who they are over the open socket: at once, or when they are asked. */
public final class FirstMessageSender {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  private final FirstMessage message;
  private final UserVariables variables;
  private boolean sent;

  public FirstMessageSender(FirstMessage message, UserVariables variables) {
    this.message = message;
    this.variables = variables;
  }

  /** What is said before anybody asks. */
  public Optional<String> initial() {
    return message.after() == null ? render() : Optional.empty();
  }

  /** What is said because of this frame. */
  public Optional<String> replyTo(String frame) {
    return !sent && matches(message.after(), frame) ? render() : Optional.empty();
  }

  /** Whether this frame says that the user is not let in. */
  public boolean refusedBy(String frame) {
    return matches(message.refused(), frame);
  }

  private Optional<String> render() {
    sent = true;
    return Optional.of(variables.inJson(message.template()));
  }

  private static boolean matches(@Nullable Condition condition, String frame) {
    return condition != null && condition.holds(fields(frame));
  }

  private static Map<String, ?> fields(String frame) {
    try {
      return JSON.readTree(frame).isObject()
          ? JSON.readValue(frame, new TypeReference<Map<String, Object>>() {})
          : Map.of();
    } catch (JacksonException _) {
      return Map.of();
    }
  }
}
