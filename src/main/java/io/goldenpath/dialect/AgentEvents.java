package io.goldenpath.dialect;

import io.goldenpath.contract.AgentEvent;
import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Question;
import io.goldenpath.contract.Reading;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bundled dialect {@code agent-events}: {@code agent_started} and its companions in every
 * envelope in which platforms of this family wrap them.
 */
final class AgentEvents implements Dialect {

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .build();

  private static final String[] NAME_WITHIN = {
    "/event", "/data/event", "/data/type", "/payload/event", "/payload/type"
  };
  private static final Set<String> WRAPPERS =
      Set.of("system_message", "agent_progress", "agent_response_complete", "agent_update");
  private static final Set<String> HEARTBEATS = Set.of("heartbeat", "pong", "heartbeat_ack");
  private static final Set<String> READY = Set.of("connection_established", "connection_ready");
  private static final Set<String> ACKS = Set.of("ack", "connection_ack");
  private static final Set<String> DEGRADED =
      Set.of(
          "degraded_mode",
          "handler_degraded_mode",
          "service_degradation",
          "emergency_maintenance",
          "initialization_failed",
          "initialization_timeout",
          "service_failed");
  private static final Set<String> EVENTS =
      Set.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");
  private static final Set<String> WORK =
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
  private static final Map<String, String> ALIASES =
      Map.of("tool_started", "tool_executing", "agent_response_complete", "agent_completed");
  private static final String[] OWNERS = {
    "/user_id",
    "/data/user_id",
    "/data/user_context/user_id",
    "/user_context/user_id",
    "/payload/user_id",
    "/payload/data/user_id"
  };

  private final ErrorFrames errors = new ErrorFrames();
  private final EventFields fields = new EventFields();

  @Override
  public String name() {
    return "agent-events";
  }

  @Override
  public String submit(Question question) {
    ObjectNode message = JSON.createObjectNode().put("type", "user_message");
    message.putObject("payload").put("content", question.text()).putNull("thread_id");
    return JSON.writeValueAsString(message);
  }

  @Override
  public Heard read(String frame) {
    JsonNode node;
    try {
      node = JSON.readTree(frame);
    } catch (JacksonException _) {
      return Heard.of(new Reading.Unreadable("it is not JSON"));
    }
    if (!node.isObject()) {
      return Heard.of(new Reading.Unreadable("it is JSON, but not an object"));
    }
    Body body = new Body(node);
    return new Heard(reading(body), body.texts(OWNERS), body);
  }

  private Reading reading(Body body) {
    JsonNode type = body.frame().path("type");
    if (!type.isMissingNode() && !type.isString()) {
      return new Reading.Unreadable("its type is not a text");
    }
    String name = name(body);
    if (name == null) {
      return new Reading.Unknown("");
    }
    if (READY.contains(name)) {
      return ready(body);
    }
    if (name.equals("ping")) {
      return new Reading.Heartbeat("{\"type\":\"pong\"}");
    }
    if (HEARTBEATS.contains(name)) {
      return new Reading.Heartbeat(null);
    }
    if (EVENTS.contains(name) || WORK.contains(name)) {
      return new Reading.Event(event(name, body));
    }
    if (ACKS.contains(name)) {
      return new Reading.Ack("user_message".equals(body.text("/received_type")));
    }
    if (name.equals("agent_response")) {
      return response(body);
    }
    if (DEGRADED.contains(name) || body.isTrue("/emergency_mode", "/data/emergency_mode")) {
      return new Reading.Degraded(name + after(Objects.requireNonNullElse(said(body), "")));
    }
    Reading error = errors.read(name, body);
    return error == null ? new Reading.Unknown(name) : error;
  }

  private static @Nullable String name(Body body) {
    String type = body.text("/type");
    String name = type;
    if (type == null || WRAPPERS.contains(type)) {
      String within = body.text(NAME_WITHIN);
      name = within == null ? type : within;
    }
    return name == null ? null : ALIASES.getOrDefault(name, name);
  }

  private static Reading ready(Body body) {
    if (body.isFalse("/data/connection_ready", "/connection_ready")) {
      return new Reading.Notice("connection_established, not ready");
    }
    return new Reading.Ready(
        body.first("/data/config/max_message_size", "/config/max_message_size")
            .filter(JsonNode::isIntegralNumber)
            .map(JsonNode::asInt)
            .orElse(null));
  }

  private static Reading response(Body body) {
    String text = body.first("/data/content", "/content", "/message").map(Body::words).orElse("");
    boolean canned =
        "fallback_response".equals(body.text("/data/type"))
            || "fallback_handler".equals(body.text("/data/source"));
    return new Reading.Response(text, canned);
  }

  private AgentEvent event(String name, Body body) {
    return new AgentEvent(
        name,
        new AgentEvent.Ids(fields.run(body), fields.thread(body)),
        fields.agent(body),
        fields.tool(body),
        fields.body(name, body),
        fields.fingerprint(body));
  }

  private static @Nullable String said(Body body) {
    return body.text("/data/message", "/message", "/error_message", "/payload/message");
  }

  private static String after(String said) {
    return said.isEmpty() ? "" : ": " + said;
  }
}
