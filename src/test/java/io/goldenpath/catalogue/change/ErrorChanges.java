package io.goldenpath.catalogue.change;

import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.ServerFrames;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which parts of the platform report errors, beside {@link ServerFrames#error}. */
public final class ErrorChanges {

  public static final String BAD_USER = "Invalid user_id format";

  private ErrorChanges() {}

  /** A component failed; the code is the platform's own, and no close code. */
  public static ObjectNode component(int code, String component, String message, Instant now) {
    ObjectNode frame = DemoJson.object().put("type", "error");
    ObjectNode error =
        frame
            .putObject("error")
            .put("code", code)
            .put("component", component)
            .put("message", message)
            .put("timestamp", DemoJson.iso(now));
    error.putObject("details").put("healthy", false);
    error.putNull("root_cause");
    frame.putArray("suggestions").add("Try again");
    return frame;
  }

  /** An exception was caught, and the connection is claimed to live on. */
  public static ObjectNode recovered(String what, Instant now) {
    return component(
            1010, "Integration", "General integration error during operation: " + what, now)
        .put("recovery_attempted", true)
        .put("connection_maintained", true);
  }

  public static ObjectNode manager(String error, Instant now) {
    ObjectNode frame = DemoJson.object().put("type", "error");
    frame.putObject("data").put("error", error).put("timestamp", DemoJson.seconds(now));
    return frame.put("critical", true);
  }

  public static ObjectNode plain(String message) {
    return DemoJson.object().put("type", "error").put("message", message);
  }

  public static ObjectNode coded(String code, String message) {
    return plain(message).put("code", code);
  }

  public static ObjectNode authentication(String message, Instant now) {
    return ServerFrames.server(
        "authentication_error",
        DemoJson.object().put("error", message).put("timestamp", DemoJson.seconds(now)),
        now);
  }

  /** An error that the user is to read to somebody. */
  public static ObjectNode supported(String type, String message, Instant now) {
    return ServerFrames.server(
        type, DemoJson.object().put("message", message).put("support_code", "WS-5031"), now);
  }

  /** What the agent of this event says when it fails. */
  public static DemoEvent agentError(DemoEvent started) {
    ObjectNode body =
        DemoJson.object().put("status", "error").put("error_message", "Model timed out");
    body.putObject("error_context").put("step", 2);
    return new DemoEvent(
        "agent_error",
        started.agent(),
        started.ids(),
        body.put("message", started.agent() + " could not complete your request"));
  }

  /** The same, as the emitter says it. */
  public static ObjectNode emittedError(DemoEvent started, Instant now) {
    ObjectNode frame = DemoJson.object().put("type", "agent_error");
    frame
        .putObject("data")
        .put("agent_name", started.agent())
        .put("error", "Model timed out")
        .put("timestamp", DemoJson.seconds(now))
        .put("run_id", started.ids().run())
        .put("thread_id", started.ids().thread());
    return frame
        .put("timestamp", SystemNotices.withoutZone(now))
        .put("critical", true)
        .putNull("attempt");
  }

  public static DemoEvent agentDeath(DemoEvent started) {
    ObjectNode body =
        DemoJson.object()
            .put("status", "dead")
            .put("death_cause", "no_heartbeat")
            .put("recovery_action", "refresh_required")
            .put("message", started.agent() + " has died");
    return new DemoEvent("agent_death", started.agent(), started.ids(), body);
  }

  public static ObjectNode toolError(DemoEvent executing, Instant now) {
    ObjectNode frame =
        DemoJson.object().put("type", "tool_error").put("run_id", executing.ids().run());
    frame
        .putObject("payload")
        .put("tool_name", "search")
        .put("error_message", "Search index is not reachable");
    return frame.put("timestamp", DemoJson.iso(now));
  }
}
