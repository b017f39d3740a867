package io.goldenpath.demo;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which parts of the platform report errors, beside {@link Frames#error}. */
final class Complaints {

  static final String BAD_USER = "Invalid user_id format";

  private Complaints() {}

  /** A component failed; the code is the platform's own, and no close code. */
  static ObjectNode component(int code, String component, String message, Instant now) {
    ObjectNode frame = Json.object().put("type", "error");
    ObjectNode error =
        frame
            .putObject("error")
            .put("code", code)
            .put("component", component)
            .put("message", message)
            .put("timestamp", Json.iso(now));
    error.putObject("details").put("healthy", false);
    error.putNull("root_cause");
    frame.putArray("suggestions").add("Try again");
    return frame;
  }

  /** An exception was caught, and the connection is claimed to live on. */
  static ObjectNode recovered(String what, Instant now) {
    return component(
            1010, "Integration", "General integration error during operation: " + what, now)
        .put("recovery_attempted", true)
        .put("connection_maintained", true);
  }

  static ObjectNode manager(String error, Instant now) {
    ObjectNode frame = Json.object().put("type", "error");
    frame.putObject("data").put("error", error).put("timestamp", Json.seconds(now));
    return frame.put("critical", true);
  }

  static ObjectNode plain(String message) {
    return Json.object().put("type", "error").put("message", message);
  }

  static ObjectNode coded(String code, String message) {
    return plain(message).put("code", code);
  }

  static ObjectNode authentication(String message, Instant now) {
    return Frames.server(
        "authentication_error",
        Json.object().put("error", message).put("timestamp", Json.seconds(now)),
        now);
  }

  /** An error that the user is to read to somebody. */
  static ObjectNode supported(String type, String message, Instant now) {
    return Frames.server(
        type, Json.object().put("message", message).put("support_code", "WS-5031"), now);
  }

  /** What the agent of this event says when it fails. */
  static Event agentError(Event started) {
    ObjectNode body = Json.object().put("status", "error").put("error_message", "Model timed out");
    body.putObject("error_context").put("step", 2);
    return new Event(
        "agent_error",
        started.agent(),
        started.ids(),
        body.put("message", started.agent() + " could not complete your request"));
  }

  /** The same, as the emitter says it. */
  static ObjectNode emittedError(Event started, Instant now) {
    ObjectNode frame = Json.object().put("type", "agent_error");
    frame
        .putObject("data")
        .put("agent_name", started.agent())
        .put("error", "Model timed out")
        .put("timestamp", Json.seconds(now))
        .put("run_id", started.ids().run())
        .put("thread_id", started.ids().thread());
    return frame.put("timestamp", Json.naive(now)).put("critical", true).putNull("attempt");
  }

  static Event agentDeath(Event started) {
    ObjectNode body =
        Json.object()
            .put("status", "dead")
            .put("death_cause", "no_heartbeat")
            .put("recovery_action", "refresh_required")
            .put("message", started.agent() + " has died");
    return new Event("agent_death", started.agent(), started.ids(), body);
  }

  static ObjectNode toolError(Event executing, Instant now) {
    ObjectNode frame = Json.object().put("type", "tool_error").put("run_id", executing.ids().run());
    frame
        .putObject("payload")
        .put("tool_name", "search")
        .put("error_message", "Search index is not reachable");
    return frame.put("timestamp", Json.iso(now));
  }
}
