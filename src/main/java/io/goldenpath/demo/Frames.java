package io.goldenpath.demo;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** What the platform says beside the agents' events. */
final class Frames {

  /** Longest message that is heard; a longer one is dropped without a word. */
  static final int MAX_MESSAGE_BYTES = 8192;

  static final Duration HEARTBEAT = Duration.ofSeconds(3);

  private Frames() {}

  static ObjectNode welcome(Visitor visitor, Instant now) {
    ObjectNode data =
        Json.object()
            .put("event", "connection_established")
            .put("connection_id", visitor.connection())
            .put("user_id", visitor.id())
            .put("server_time", Json.iso(now))
            .put("connection_ready", true)
            .put("environment", "demo")
            .put("startup_complete", true);
    data.putObject("config")
        .put("heartbeat_interval", HEARTBEAT.toSeconds())
        .put("max_message_size", MAX_MESSAGE_BYTES);
    data.put("factory_pattern_enabled", true);
    return server("system_message", data, now);
  }

  static ObjectNode ping(Instant now) {
    return server("ping", Json.object().put("timestamp", Json.seconds(now)), now);
  }

  static ObjectNode pong(String user, Instant now) {
    ObjectNode data = Json.object().put("timestamp", Json.seconds(now)).put("user_id", user);
    return server("pong", data, now);
  }

  static ObjectNode heartbeatAck(Instant now) {
    ObjectNode data = Json.object().put("timestamp", Json.seconds(now)).put("status", "healthy");
    return server("heartbeat_ack", data, now);
  }

  static ObjectNode connected(Visitor visitor, Instant now) {
    ObjectNode data =
        Json.object()
            .put("status", "connected")
            .put("user_id", visitor.id())
            .put("timestamp", Json.seconds(now));
    return server("system_message", data, now);
  }

  static ObjectNode ack(Visitor visitor, String receivedType, Instant now) {
    return Json.object()
        .put("type", "ack")
        .put("received_type", receivedType)
        .put("timestamp", Json.seconds(now))
        .put("user_id", visitor.id())
        .put("status", "acknowledged");
  }

  static ObjectNode error(String code, String message, Instant now) {
    ObjectNode frame =
        Json.object()
            .put("type", "error_message")
            .put("error_code", code)
            .put("error_message", message);
    frame.putObject("details");
    return frame.put("timestamp", Json.seconds(now)).putNull("recovery_suggestions");
  }

  /** The platform's frame for whatever is not an agent's. */
  static ObjectNode server(String type, ObjectNode data, Instant now) {
    ObjectNode frame = Json.object().put("type", type);
    frame.set("data", data);
    return frame.put("timestamp", Json.seconds(now)).putNull("server_id").putNull("correlation_id");
  }
}
