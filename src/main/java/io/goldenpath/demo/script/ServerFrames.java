package io.goldenpath.demo.script;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Frames of the platform itself, beside the agents' events. */
public final class ServerFrames {

  /** A longer message is dropped without an answer. */
  public static final int MAX_MESSAGE_BYTES = 8192;

  public static final Duration HEARTBEAT = Duration.ofSeconds(3);

  private ServerFrames() {}

  public static ObjectNode welcome(DemoUser user, Instant now) {
    ObjectNode data =
        DemoJson.object()
            .put("event", "connection_established")
            .put("connection_id", user.connection())
            .put("user_id", user.id())
            .put("server_time", DemoJson.iso(now))
            .put("connection_ready", true)
            .put("environment", "demo")
            .put("startup_complete", true);
    data.putObject("config")
        .put("heartbeat_interval", HEARTBEAT.toSeconds())
        .put("max_message_size", MAX_MESSAGE_BYTES);
    data.put("factory_pattern_enabled", true);
    return server("system_message", data, now);
  }

  public static ObjectNode ping(Instant now) {
    return server("ping", DemoJson.object().put("timestamp", DemoJson.seconds(now)), now);
  }

  public static ObjectNode pong(String user, Instant now) {
    ObjectNode data =
        DemoJson.object().put("timestamp", DemoJson.seconds(now)).put("user_id", user);
    return server("pong", data, now);
  }

  public static ObjectNode heartbeatAck(Instant now) {
    ObjectNode data =
        DemoJson.object().put("timestamp", DemoJson.seconds(now)).put("status", "healthy");
    return server("heartbeat_ack", data, now);
  }

  public static ObjectNode connected(DemoUser user, Instant now) {
    ObjectNode data =
        DemoJson.object()
            .put("status", "connected")
            .put("user_id", user.id())
            .put("timestamp", DemoJson.seconds(now));
    return server("system_message", data, now);
  }

  public static ObjectNode ack(DemoUser user, String receivedType, Instant now) {
    return DemoJson.object()
        .put("type", "ack")
        .put("received_type", receivedType)
        .put("timestamp", DemoJson.seconds(now))
        .put("user_id", user.id())
        .put("status", "acknowledged");
  }

  public static ObjectNode error(String code, String message, Instant now) {
    ObjectNode frame =
        DemoJson.object()
            .put("type", "error_message")
            .put("error_code", code)
            .put("error_message", message);
    frame.putObject("details");
    return frame.put("timestamp", DemoJson.seconds(now)).putNull("recovery_suggestions");
  }

  public static ObjectNode server(String type, ObjectNode data, Instant now) {
    ObjectNode frame = DemoJson.object().put("type", type);
    frame.set("data", data);
    return frame
        .put("timestamp", DemoJson.seconds(now))
        .putNull("server_id")
        .putNull("correlation_id");
  }
}
