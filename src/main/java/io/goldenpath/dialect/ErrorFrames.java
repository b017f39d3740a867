package io.goldenpath.dialect;

import io.goldenpath.contract.AgentEvent;
import io.goldenpath.contract.Reading;
import io.goldenpath.contract.Reading.Blame;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The many shapes in which a platform says that something went wrong. */
final class ErrorFrames {

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
  private static final Set<String> AUTH_CODES =
      Set.of(
          "NO_TOKEN",
          "INVALID_FORMAT",
          "VALIDATION_FAILED",
          "WEBSOCKET_AUTH_ERROR",
          "WEBSOCKET_AUTH_EXCEPTION",
          "AUTH_SERVICE_ERROR",
          "UNAUTHORIZED",
          "AUTH_REQUIRED");
  private static final Set<String> MESSAGE_CODES =
      Set.of("FORMAT_ERROR", "JSON_ERROR", "UNKNOWN_TYPE", "INVALID_MESSAGE", "UNSUPPORTED_TYPE");
  private static final Pattern LATER =
      Pattern.compile("(?i)circuit.?breaker|rate.?limit|retry (?:after|in)|too many|overload");

  @Nullable Reading read(String name, Body body) {
    if (AGENT.contains(name)) {
      String agent = body.text("/agent_name", "/data/agent_name", "/payload/agent_name");
      return failure(name, body, Blame.AGENT, agent);
    }
    return PLATFORM.contains(name) ? failure(name, body, blame(name, body), null) : null;
  }

  private static Blame blame(String name, Body body) {
    String code = Objects.requireNonNullElse(code(body), "");
    String text = Objects.requireNonNullElse(said(body), "");
    if (LATER.matcher(code).find() || LATER.matcher(text).find()) {
      return Blame.OVERLOAD;
    }
    if (AUTH_CODES.contains(code) || Set.of("authentication_error", "auth_failed").contains(name)) {
      return Blame.AUTH;
    }
    return MESSAGE_CODES.contains(code) ? Blame.MESSAGE : Blame.PLATFORM;
  }

  private static Reading failure(String name, Body body, Blame blame, @Nullable String agent) {
    String code = code(body);
    String text =
        (code == null ? name : code) + ": " + Objects.requireNonNullElse(said(body), "no text");
    AgentEvent.Ids ids =
        new AgentEvent.Ids(body.text("/run_id", "/data/run_id", "/payload/run_id"), null);
    return new Reading.Failure(text.strip().replaceAll("\\s+", " "), blame, agent, ids);
  }

  private static @Nullable String code(Body body) {
    return body.text("/error_code", "/code", "/data/code", "/data/error_code", "/error/component");
  }

  private static @Nullable String said(Body body) {
    return body.text(
        "/error_message",
        "/error/message",
        "/payload/error_message",
        "/payload/message",
        "/data/error_message",
        "/data/error",
        "/data/message",
        "/payload/death_cause",
        "/message",
        "/error");
  }
}
