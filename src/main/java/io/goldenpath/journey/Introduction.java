package io.goldenpath.journey;

import io.goldenpath.probe.Condition;
import io.goldenpath.probe.FirstMessage;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The user says who they are over the open socket: at once, or when they are asked. */
final class Introduction {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  private final FirstMessage message;
  private final Variables variables;
  private boolean said;

  Introduction(FirstMessage message, Variables variables) {
    this.message = message;
    this.variables = variables;
  }

  /** What is said before anybody asks. */
  Optional<String> unasked() {
    return message.after() == null ? words() : Optional.empty();
  }

  /** What is said because of this frame. */
  Optional<String> answer(String frame) {
    return !said && meets(message.after(), frame) ? words() : Optional.empty();
  }

  /** Whether this frame says that the user is not let in. */
  boolean refusedBy(String frame) {
    return meets(message.refused(), frame);
  }

  private Optional<String> words() {
    said = true;
    return Optional.of(variables.inJson(message.template()));
  }

  private static boolean meets(@Nullable Condition condition, String frame) {
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
