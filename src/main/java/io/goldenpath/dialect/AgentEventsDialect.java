package io.goldenpath.dialect;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
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
final class AgentEventsDialect implements Dialect {

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .build();

  private static final String QUESTION_TYPE = "user_message";
  private static final Set<String> DEGRADED_STATUSES =
      Set.of("degraded", "unhealthy", "critical", "emergency", "failed", "down");
  private static final FieldPaths OWNERS =
      FieldPaths.of(
          "/user_id",
          "/data/user_id",
          "/data/user_context/user_id",
          "/user_context/user_id",
          "/payload/user_id",
          "/payload/data/user_id",
          "/error/user_id");
  private static final FieldPaths RECEIVED = FieldPaths.of("/received_type");
  private static final FieldPaths CONNECTION_READY =
      FieldPaths.of("/data/connection_ready", "/connection_ready");
  private static final FieldPaths MAX_MESSAGE =
      FieldPaths.of("/data/config/max_message_size", "/config/max_message_size");
  private static final FieldPaths CONNECTION =
      FieldPaths.of("/data/connection_id", "/connection_id");
  private static final FieldPaths EMERGENCY =
      FieldPaths.of("/data/emergency_mode", "/emergency_mode");
  private static final FieldPaths DEGRADED =
      FieldPaths.of("/data/degraded_mode", "/degraded_mode", "/data/degraded", "/degraded");
  private static final FieldPaths COMPLETE =
      FieldPaths.of("/data/startup_complete", "/startup_complete");
  private static final FieldPaths STATUS = FieldPaths.of("/data/status", "/status");
  private static final FieldPaths RESPONSE =
      FieldPaths.of("/data/content", "/content", "/data/message", "/message");
  private static final FieldPaths RESPONSE_TYPE = FieldPaths.of("/data/type");
  private static final FieldPaths RESPONSE_SOURCE = FieldPaths.of("/data/source");
  private static final FieldPaths MESSAGE =
      FieldPaths.of(
          "/data/message", "/message", "/error_message", "/payload/message", "/data/reason");

  private final ErrorFrames errors = new ErrorFrames();
  private final EventFields fields = new EventFields();

  @Override
  public String name() {
    return "agent-events";
  }

  @Override
  public String submit(Question question, @Nullable String thread) {
    ObjectNode message = JSON.createObjectNode().put("type", QUESTION_TYPE);
    message.putObject("payload").put("content", question.text()).put("thread_id", thread);
    return JSON.writeValueAsString(message);
  }

  @Override
  public DecodedFrame read(String frame) {
    JsonNode node;
    try {
      node = JSON.readTree(frame);
    } catch (JacksonException _) {
      return DecodedFrame.of(new FrameContent.Unreadable("it is not JSON"));
    }
    if (!node.isObject()) {
      return DecodedFrame.of(new FrameContent.Unreadable("it is JSON, but not an object"));
    }
    JsonFrame json = new JsonFrame(node);
    return new DecodedFrame(reading(json), json.texts(OWNERS), json);
  }

  private FrameContent reading(JsonFrame json) {
    JsonNode type = json.root().path("type");
    if (!type.isMissingNode() && !type.isNull() && !type.isString()) {
      return new FrameContent.Unreadable("its type is not a text");
    }
    String name = FrameTypes.of(json);
    if (FrameTypes.READY.contains(name)) {
      return ready(json);
    }
    if (name.equals("ping")) {
      return new FrameContent.Heartbeat("{\"type\":\"pong\"}");
    }
    if (FrameTypes.HEARTBEATS.contains(name)) {
      return new FrameContent.Heartbeat(null);
    }
    if (FrameTypes.EVENTS.contains(name) || FrameTypes.WORK.contains(name)) {
      return new FrameContent.Event(event(name, json));
    }
    if (name.equals("ack")) {
      return new FrameContent.Ack(QUESTION_TYPE.equals(json.text(RECEIVED)));
    }
    if (name.equals("agent_response")) {
      return response(json);
    }
    if (FrameTypes.DEGRADED.contains(name)) {
      return new FrameContent.Degraded(name + suffix(message(json)));
    }
    FrameContent error = errors.read(name, json);
    return error == null ? other(name, json) : error;
  }

  private static FrameContent other(String name, JsonFrame json) {
    String unwell = degradedReason(json);
    if (unwell != null) {
      return new FrameContent.Degraded(name + ", " + unwell + suffix(message(json)));
    }
    return FrameTypes.NOTICES.contains(name)
        ? new FrameContent.Notice(name, connectionClaim(name, json))
        : new FrameContent.Unknown(name);
  }

  private static FrameContent ready(JsonFrame json) {
    if (json.isFalse(CONNECTION_READY)) {
      return new FrameContent.Notice("connection_established, not ready");
    }
    Integer max =
        json.first(MAX_MESSAGE)
            .filter(JsonNode::canConvertToInt)
            .map(JsonNode::intValue)
            .filter(bytes -> bytes > 0)
            .orElse(null);
    return new FrameContent.Ready(max, degradedReason(json), json.text(CONNECTION));
  }

  /** By which field a frame says that the platform is not well; null where none does. */
  private static @Nullable String degradedReason(JsonFrame json) {
    if (json.isTrue(EMERGENCY)) {
      return "emergency_mode: true";
    }
    if (json.isTrue(DEGRADED)) {
      return "degraded: true";
    }
    if (json.isFalse(COMPLETE)) {
      return "startup_complete: false";
    }
    String status = json.text(STATUS);
    return status != null && DEGRADED_STATUSES.contains(status) ? "status: " + status : null;
  }

  private static @Nullable String connectionClaim(String name, JsonFrame json) {
    return name.startsWith("connection_") || name.equals("server_shutdown") ? message(json) : null;
  }

  private static FrameContent response(JsonFrame json) {
    String text = json.first(RESPONSE).map(JsonFrame::allText).orElse("");
    boolean canned =
        "fallback_response".equals(json.text(RESPONSE_TYPE))
            || "fallback_handler".equals(json.text(RESPONSE_SOURCE));
    return new FrameContent.Response(text, canned);
  }

  private AgentEvent event(String name, JsonFrame json) {
    return new AgentEvent(
        name,
        new AgentEvent.Ids(fields.run(json), fields.thread(json)),
        fields.agent(json),
        fields.tool(json),
        fields.body(name, json),
        EventFingerprint.of(json.root()));
  }

  private static @Nullable String message(JsonFrame json) {
    return json.text(MESSAGE);
  }

  private static String suffix(@Nullable String message) {
    return message == null ? "" : ": " + message;
  }
}
