package io.goldenpath.dialect;

import io.goldenpath.contract.AgentEvent;
import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Question;
import io.goldenpath.contract.Reading;
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

  private static final String QUESTION_TYPE = "user_message";
  private static final Set<String> UNWELL =
      Set.of("degraded", "unhealthy", "critical", "emergency", "failed", "down");
  private static final String[] OWNERS = {
    "/user_id",
    "/data/user_id",
    "/data/user_context/user_id",
    "/user_context/user_id",
    "/payload/user_id",
    "/payload/data/user_id",
    "/error/user_id"
  };

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
    if (!type.isMissingNode() && !type.isNull() && !type.isString()) {
      return new Reading.Unreadable("its type is not a text");
    }
    String name = FrameNames.of(body);
    if (FrameNames.READY.contains(name)) {
      return ready(body);
    }
    if (name.equals("ping")) {
      return new Reading.Heartbeat("{\"type\":\"pong\"}");
    }
    if (FrameNames.HEARTBEATS.contains(name)) {
      return new Reading.Heartbeat(null);
    }
    if (FrameNames.EVENTS.contains(name) || FrameNames.WORK.contains(name)) {
      return new Reading.Event(event(name, body));
    }
    if (name.equals("ack")) {
      return new Reading.Ack(QUESTION_TYPE.equals(body.text("/received_type")));
    }
    if (name.equals("agent_response")) {
      return response(body);
    }
    if (FrameNames.DEGRADED.contains(name)) {
      return new Reading.Degraded(name + after(said(body)));
    }
    Reading error = errors.read(name, body);
    return error == null ? other(name, body) : error;
  }

  private static Reading other(String name, Body body) {
    String unwell = unwell(body);
    if (unwell != null) {
      return new Reading.Degraded(name + ", " + unwell + after(said(body)));
    }
    return FrameNames.NOTICES.contains(name)
        ? new Reading.Notice(name, claim(name, body))
        : new Reading.Unknown(name);
  }

  private static Reading ready(Body body) {
    if (body.isFalse("/data/connection_ready", "/connection_ready")) {
      return new Reading.Notice("connection_established, not ready");
    }
    Integer max =
        body.first("/data/config/max_message_size", "/config/max_message_size")
            .filter(JsonNode::canConvertToInt)
            .map(JsonNode::intValue)
            .filter(bytes -> bytes > 0)
            .orElse(null);
    return new Reading.Ready(max, unwell(body), body.text("/data/connection_id", "/connection_id"));
  }

  /** By which field a frame says that the platform is not well; null where none does. */
  private static @Nullable String unwell(Body body) {
    if (body.isTrue("/data/emergency_mode", "/emergency_mode")) {
      return "emergency_mode: true";
    }
    if (body.isTrue("/data/degraded_mode", "/degraded_mode", "/data/degraded", "/degraded")) {
      return "degraded: true";
    }
    if (body.isFalse("/data/startup_complete", "/startup_complete")) {
      return "startup_complete: false";
    }
    String status = body.text("/data/status", "/status");
    return status != null && UNWELL.contains(status) ? "status: " + status : null;
  }

  private static @Nullable String claim(String name, Body body) {
    return name.startsWith("connection_") || name.equals("server_shutdown") ? said(body) : null;
  }

  private static Reading response(Body body) {
    String text =
        body.first("/data/content", "/content", "/data/message", "/message")
            .map(Body::words)
            .orElse("");
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
        Fingerprint.of(body.frame()));
  }

  private static @Nullable String said(Body body) {
    return body.text(
        "/data/message", "/message", "/error_message", "/payload/message", "/data/reason");
  }

  private static String after(@Nullable String said) {
    return said == null ? "" : ": " + said;
  }
}
