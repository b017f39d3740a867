package io.goldenpath.dialect;

import java.util.Map;
import java.util.Set;

/** What frames of this family are called, sorted by what they mean for a run. */
final class FrameTypes {

  /** Types that say nothing themselves: the name is further inside. */
  static final Set<String> WRAPPERS =
      Set.of("system_message", "agent_progress", "agent_response_complete", "agent_update");

  static final Map<String, String> ALIASES =
      Map.of("tool_started", "tool_executing", "agent_response_complete", "agent_completed");

  static final Set<String> READY = Set.of("connection_established", "connection_ready");

  static final Set<String> HEARTBEATS = Set.of("heartbeat", "pong", "heartbeat_ack");

  /** What users see of a run. */
  static final Set<String> EVENTS =
      Set.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  /** Signs of an agent at work beside them. */
  static final Set<String> WORK =
      Set.of(
          "progress_update",
          "agent_progress",
          "partial_result",
          "stream_chunk",
          "subagent_started",
          "subagent_completed",
          "operation_started",
          "operation_completed",
          "periodic_update");

  /** By these the platform says of itself that it is not well. */
  static final Set<String> DEGRADED =
      Set.of(
          "agent_fallback",
          "degraded_mode",
          "emergency_maintenance",
          "handler_degraded_mode",
          "initialization_failed",
          "initialization_timeout",
          "service_degradation",
          "service_failed");

  /** Known, and of no weight for a run. */
  static final Set<String> NOTICES =
      Set.of(
          "agent_log",
          "agent_status_update",
          "agent_update",
          "auth_completed",
          "auth_started",
          "auth_validating",
          "broadcast",
          "connected",
          "connection_ack",
          "connection_closing",
          "connection_recovery",
          "echo_response",
          "final_report",
          "handshake_acknowledged",
          "handshake_response",
          "health_check",
          "initialization_completed",
          "initialization_progress",
          "initialization_started",
          "run_complete",
          "run_started",
          "server_shutdown",
          "service_completed",
          "service_initializing",
          "service_recovery",
          "service_status_update",
          "step_created",
          "stream_complete",
          "system_message",
          "thread_created",
          "thread_loaded",
          "thread_update",
          "user_typing");

  private static final FieldPaths TYPE = FieldPaths.of("/type");
  private static final FieldPaths NESTED_TYPE =
      FieldPaths.of(
          "/event",
          "/data/event",
          "/data/type",
          "/payload/event",
          "/payload/type",
          "/payload/data/event");

  private FrameTypes() {}

  /** What the frame is called, wherever its name is; empty where it has none. */
  static String of(JsonFrame json) {
    String type = json.text(TYPE);
    if (type != null && !WRAPPERS.contains(type)) {
      return ALIASES.getOrDefault(type, type);
    }
    String within = json.text(NESTED_TYPE);
    String name = within == null ? type == null ? "" : type : within;
    String known = ALIASES.getOrDefault(name, name);
    return type != null && !known(known) ? ALIASES.getOrDefault(type, type) : known;
  }

  private static boolean known(String name) {
    return EVENTS.contains(name)
        || READY.contains(name)
        || WORK.contains(name)
        || DEGRADED.contains(name)
        || NOTICES.contains(name)
        || ErrorFrames.isErrorType(name);
  }
}
