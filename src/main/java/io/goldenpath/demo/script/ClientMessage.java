package io.goldenpath.demo.script;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Classified frame of a user. */
public record ClientMessage(Kind kind, String type, String text, @Nullable String thread) {

  public enum Kind {
    /** Not JSON: answered with an error. */
    UNREADABLE,
    /** Too long, not an object, or without a text: dropped without an answer. */
    SHAPELESS,
    /** An object without a type: only acknowledged. */
    UNTYPED,
    UNANSWERED,
    PING,
    PONG,
    HEARTBEAT,
    CONNECT,
    QUESTION,
    /** Answered by a ready-made handler in the agents' place. */
    CANNED,
    /** A type that the router does not know: only acknowledged. */
    UNKNOWN
  }

  public static ClientMessage of(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > ServerFrames.MAX_MESSAGE_BYTES) {
      return of(Kind.SHAPELESS, "");
    }
    try {
      JsonNode frame = DemoJson.MAPPER.readTree(text);
      return frame.isObject() ? of(frame) : of(Kind.SHAPELESS, "");
    } catch (JacksonException ex) {
      return new ClientMessage(Kind.UNREADABLE, "", ex.getOriginalMessage(), null);
    }
  }

  private static ClientMessage of(JsonNode frame) {
    JsonNode payload = frame.path("payload").isObject() ? frame.path("payload") : frame;
    String type = frame.path("type").stringValue("");
    return switch (type) {
      case "" -> of(Kind.UNTYPED, type);
      case "ping" -> of(Kind.PING, type);
      case "pong" -> of(Kind.PONG, type);
      case "heartbeat" -> of(Kind.HEARTBEAT, type);
      case "connect" -> of(Kind.CONNECT, type);
      case "agent_thinking", "tool_executing", "tool_completed", "agent_progress", "typing" ->
          of(Kind.UNANSWERED, type);
      case "user_message", "chat_message", "message", "user", "user_input", "chat" ->
          question(type, payload, "message", "content", "text");
      case "start_agent", "execute_agent", "EXECUTE_AGENT", "agent_started" ->
          question(type, payload, "user_request");
      case "agent_request", "agent" ->
          new ClientMessage(Kind.CANNED, type, text(payload, "message", "task"), null);
      default -> of(Kind.UNKNOWN, type);
    };
  }

  private static ClientMessage question(String type, JsonNode payload, String... fields) {
    String text = text(payload, fields);
    return text.isBlank()
        ? of(Kind.SHAPELESS, type)
        : new ClientMessage(Kind.QUESTION, type, text, payload.path("thread_id").stringValue(null));
  }

  private static ClientMessage of(Kind kind, String type) {
    return new ClientMessage(kind, type, "", null);
  }

  private static String text(JsonNode payload, String... fields) {
    return Stream.of(fields)
        .map(field -> payload.path(field).stringValue(""))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
