package io.goldenpath.demo;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the platform makes of a frame that a user sent. */
sealed interface Heard {

  /** Not JSON. */
  record Unreadable(String why) implements Heard {}

  /** Dropped without a word: too long, not an object, without a text. */
  record Shapeless() implements Heard {}

  /** An object that does not say what it is; acknowledged, and no more. */
  record Untyped() implements Heard {}

  /** Nothing that is answered. */
  record Nothing() implements Heard {}

  /** An application ping. */
  record Ping() implements Heard {}

  /** The answer to one of ours. */
  record Pong() implements Heard {}

  /** The other way to ask whether anybody is there. */
  record Heartbeat() implements Heard {}

  /** A greeting. */
  record Connect() implements Heard {}

  /** Something for the agents. */
  record Message(String type, String text, @Nullable String thread) implements Heard {}

  /** Something that a ready-made handler answers in the agents' place. */
  record Canned(String text) implements Heard {}

  /** A type that the router does not know; acknowledged, and no more. */
  record Unknown(String type) implements Heard {}

  Set<String> MESSAGES =
      Set.of("user_message", "chat_message", "message", "user", "user_input", "chat");
  Set<String> STARTS = Set.of("start_agent", "execute_agent", "EXECUTE_AGENT", "agent_started");
  Set<String> CANNED = Set.of("agent_request", "agent");
  Set<String> UNANSWERED =
      Set.of("agent_thinking", "tool_executing", "tool_completed", "agent_progress", "typing");

  static Heard of(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > Frames.MAX_MESSAGE_BYTES) {
      return new Shapeless();
    }
    try {
      JsonNode frame = Json.MAPPER.readTree(text);
      return frame.isObject() ? of(frame) : new Shapeless();
    } catch (JacksonException ex) {
      return new Unreadable(ex.getOriginalMessage());
    }
  }

  private static Heard of(JsonNode frame) {
    String type = frame.path("type").stringValue("");
    return switch (type) {
      case "" -> new Untyped();
      case "ping" -> new Ping();
      case "pong" -> new Pong();
      case "heartbeat" -> new Heartbeat();
      case "connect" -> new Connect();
      default -> UNANSWERED.contains(type) ? new Nothing() : request(type, frame);
    };
  }

  private static Heard request(String type, JsonNode frame) {
    JsonNode payload = frame.path("payload").isObject() ? frame.path("payload") : frame;
    if (MESSAGES.contains(type)) {
      return message(type, payload, "message", "content", "text");
    }
    if (STARTS.contains(type)) {
      return message(type, payload, "user_request");
    }
    if (CANNED.contains(type)) {
      return new Canned(text(payload, "message", "task"));
    }
    return new Unknown(type);
  }

  private static Heard message(String type, JsonNode payload, String... fields) {
    String text = text(payload, fields);
    return text.isBlank()
        ? new Shapeless()
        : new Message(type, text, payload.path("thread_id").stringValue(null));
  }

  private static String text(JsonNode payload, String... fields) {
    return Stream.of(fields)
        .map(field -> payload.path(field).stringValue(""))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
