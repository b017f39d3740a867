package io.goldenpath.dialect;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a frame of this family means for a run, by its name. */
enum FrameType {
  READY("connection_established", "connection_ready"),
  PING("ping"),
  HEARTBEAT("heartbeat", "pong", "heartbeat_ack"),
  /** What users see of a run, and other signs of an agent at work. */
  EVENT(
      "agent_started",
      "agent_thinking",
      "tool_executing",
      "tool_completed",
      "agent_completed",
      "progress_update",
      "agent_progress",
      "partial_result",
      "stream_chunk",
      "subagent_started",
      "subagent_completed",
      "operation_started",
      "operation_completed",
      "periodic_update"),
  ACK("ack"),
  RESPONSE("agent_response"),
  DEGRADED(
      "agent_fallback",
      "degraded_mode",
      "emergency_maintenance",
      "handler_degraded_mode",
      "initialization_failed",
      "initialization_timeout",
      "service_degradation",
      "service_failed"),
  AGENT_ERROR("agent_error", "agent_death", "agent_failed", "agent_cancelled", "agent_stopped"),
  AUTH_ERROR("authentication_error", "auth_failed"),
  ERROR("error", "error_message", "connection_error", "system_error", "tool_error"),
  /** Known, and of no weight for a run. */
  NOTICE(
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
      "user_typing"),
  UNKNOWN;

  /** Types that say nothing themselves: the name is further inside. */
  private static final Set<String> WRAPPERS =
      Set.of("system_message", "agent_progress", "agent_response_complete", "agent_update");

  /** What has no meaning within a wrapper. */
  private static final Set<FrameType> UNWRAPPED =
      EnumSet.of(PING, HEARTBEAT, ACK, RESPONSE, UNKNOWN);

  private static final Map<String, String> ALIASES =
      Map.of("tool_started", "tool_executing", "agent_response_complete", "agent_completed");

  private static final Map<String, FrameType> BY_NAME = new HashMap<>();

  static {
    for (FrameType type : values()) {
      type.names.forEach(name -> BY_NAME.put(name, type));
    }
  }

  private static final FieldPaths TYPE = FieldPaths.of("/type");
  private static final FieldPaths NESTED_TYPE =
      FieldPaths.of(
          "/event",
          "/data/event",
          "/data/type",
          "/payload/event",
          "/payload/type",
          "/payload/data/event");

  private final Set<String> names;

  FrameType(String... names) {
    this.names = Set.of(names);
  }

  static FrameType of(String name) {
    return BY_NAME.getOrDefault(name, UNKNOWN);
  }

  /** What the frame is called, wherever its name is; empty where it has none. */
  static String name(JsonFrame json) {
    String type = json.text(TYPE);
    if (type != null && !WRAPPERS.contains(type)) {
      return ALIASES.getOrDefault(type, type);
    }
    String within = json.text(NESTED_TYPE);
    String name = within == null ? type == null ? "" : type : within;
    String known = ALIASES.getOrDefault(name, name);
    return type != null && UNWRAPPED.contains(of(known)) ? ALIASES.getOrDefault(type, type) : known;
  }
}
