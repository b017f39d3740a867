package io.goldenpath.dialect;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The many shapes in which a platform says that something went wrong. */
final class ErrorFrames {

  private static final FieldPaths CODE =
      FieldPaths.of("/error_code", "/code", "/data/code", "/data/error_code", "/error/component");
  private static final FieldPaths COMPONENT = FieldPaths.of("/error/component", "/component");
  private static final FieldPaths MESSAGE =
      FieldPaths.of(
          "/error_message",
          "/error/message",
          "/payload/error_message",
          "/payload/death_cause",
          "/payload/message",
          "/payload/data/error_message",
          "/payload/data/message",
          "/data/error_message",
          "/data/error",
          "/data/message",
          "/message",
          "/error");
  private static final int TEXT_LENGTH = 1_000;
  private static final Set<String> AGENT =
      Set.of("agent_error", "agent_death", "agent_failed", "agent_cancelled", "agent_stopped");
  private static final Set<String> PLATFORM =
      Set.of(
          "error",
          "error_message",
          "connection_error",
          "system_error",
          "tool_error",
          "authentication_error",
          "auth_failed");
  private static final Set<String> AUTH_FRAMES = Set.of("authentication_error", "auth_failed");
  private static final Set<String> AUTH_CODES =
      Set.of(
          "NO_TOKEN",
          "INVALID_FORMAT",
          "INVALID_TOKEN",
          "TOKEN_EXPIRED",
          "VALIDATION_FAILED",
          "WEBSOCKET_AUTH_ERROR",
          "WEBSOCKET_AUTH_EXCEPTION",
          "AUTH_SERVICE_ERROR",
          "AUTH_FAILED",
          "UNAUTHORIZED",
          "FORBIDDEN",
          "AUTH_REQUIRED");
  private static final Set<String> MESSAGE_CODES =
      Set.of(
          "FORMAT_ERROR",
          "JSON_ERROR",
          "UNKNOWN_TYPE",
          "UNKNOWN_MESSAGE_TYPE",
          "INVALID_MESSAGE",
          "UNSUPPORTED_TYPE");
  private static final Pattern LATER =
      Pattern.compile(
          "(?i)circuit.?breaker|rate.?limit|retry (?:after|in)\\b|too many|overload|try again later");
  private static final Pattern AUTH_TEXT =
      Pattern.compile(
          "(?i)unauthori[sz]ed|(?:invalid|expired|missing|no|bad) (?:jwt|access token|auth)"
              + "|(?:jwt|access token) (?:is |has )?(?:invalid|expired|missing|rejected)");

  static boolean isErrorType(String name) {
    return AGENT.contains(name) || PLATFORM.contains(name);
  }

  @Nullable FrameContent read(String name, JsonFrame json) {
    if (AGENT.contains(name)) {
      return failure(name, json, ErrorCause.AGENT);
    }
    return PLATFORM.contains(name) ? failure(name, json, blame(name, json)) : null;
  }

  private static ErrorCause blame(String name, JsonFrame json) {
    String code = Objects.requireNonNullElse(code(json), "");
    String text = Objects.requireNonNullElse(message(json), "");
    if (LATER.matcher(code).find() || LATER.matcher(text).find()) {
      return ErrorCause.OVERLOAD;
    }
    if (AUTH_CODES.contains(code) || AUTH_FRAMES.contains(name) || authText(json, text)) {
      return ErrorCause.AUTH;
    }
    return MESSAGE_CODES.contains(code) ? ErrorCause.MESSAGE : ErrorCause.PLATFORM;
  }

  /** A component that cannot log in somewhere does not refuse our user. */
  private static boolean authText(JsonFrame json, String text) {
    String component = json.text(COMPONENT);
    return (component == null || component.toLowerCase(Locale.ROOT).contains("auth"))
        && AUTH_TEXT.matcher(text).find();
  }

  private static FrameContent failure(String name, JsonFrame json, ErrorCause errorCause) {
    String code = code(json);
    String text =
        (code == null ? name : code) + ": " + Objects.requireNonNullElse(message(json), "no text");
    String line = text.strip().replaceAll("\\s+", " ");
    EventFields fields = new EventFields();
    return new FrameContent.Failure(
        line.length() > TEXT_LENGTH ? line.substring(0, TEXT_LENGTH) : line,
        errorCause,
        new FrameContent.ErrorSource(
            fields.agent(json), name.equals("tool_error") ? fields.tool(json) : null),
        new AgentEvent.Ids(fields.run(json), fields.thread(json)));
  }

  private static @Nullable String code(JsonFrame json) {
    return json.text(CODE);
  }

  private static @Nullable String message(JsonFrame json) {
    return json.text(MESSAGE);
  }
}
