package io.goldenpath.dialect;

import io.goldenpath.contract.AgentEvent;
import io.goldenpath.contract.Reading;
import io.goldenpath.contract.Reading.Blame;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The many shapes in which a platform says that something went wrong. */
final class ErrorFrames {

  private static final Places CODE =
      Places.of("/error_code", "/code", "/data/code", "/data/error_code", "/error/component");
  private static final Places COMPONENT = Places.of("/error/component", "/component");
  private static final Places SAID =
      Places.of(
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

  static boolean known(String name) {
    return AGENT.contains(name) || PLATFORM.contains(name);
  }

  @Nullable Reading read(String name, Body body) {
    if (AGENT.contains(name)) {
      return failure(name, body, Blame.AGENT);
    }
    return PLATFORM.contains(name) ? failure(name, body, blame(name, body)) : null;
  }

  private static Blame blame(String name, Body body) {
    String code = Objects.requireNonNullElse(code(body), "");
    String text = Objects.requireNonNullElse(said(body), "");
    if (LATER.matcher(code).find() || LATER.matcher(text).find()) {
      return Blame.OVERLOAD;
    }
    if (AUTH_CODES.contains(code) || AUTH_FRAMES.contains(name) || authText(body, text)) {
      return Blame.AUTH;
    }
    return MESSAGE_CODES.contains(code) ? Blame.MESSAGE : Blame.PLATFORM;
  }

  /** A component that cannot log in somewhere does not refuse our user. */
  private static boolean authText(Body body, String text) {
    String component = body.text(COMPONENT);
    return (component == null || component.toLowerCase(Locale.ROOT).contains("auth"))
        && AUTH_TEXT.matcher(text).find();
  }

  private static Reading failure(String name, Body body, Blame blame) {
    String code = code(body);
    String text =
        (code == null ? name : code) + ": " + Objects.requireNonNullElse(said(body), "no text");
    String line = text.strip().replaceAll("\\s+", " ");
    EventFields fields = new EventFields();
    return new Reading.Failure(
        line.length() > TEXT_LENGTH ? line.substring(0, TEXT_LENGTH) : line,
        blame,
        new Reading.Actor(fields.agent(body), name.equals("tool_error") ? fields.tool(body) : null),
        new AgentEvent.Ids(fields.run(body), fields.thread(body)));
  }

  private static @Nullable String code(Body body) {
    return body.text(CODE);
  }

  private static @Nullable String said(Body body) {
    return body.text(SAID);
  }
}
