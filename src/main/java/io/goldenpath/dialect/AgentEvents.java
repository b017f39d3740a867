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
  private static final Places OWNERS =
      Places.of(
          "/user_id",
          "/data/user_id",
          "/data/user_context/user_id",
          "/user_context/user_id",
          "/payload/user_id",
          "/payload/data/user_id",
          "/error/user_id");
  private static final Places RECEIVED = Places.of("/received_type");
  private static final Places CONNECTION_READY =
      Places.of("/data/connection_ready", "/connection_ready");
  private static final Places MAX_MESSAGE =
      Places.of("/data/config/max_message_size", "/config/max_message_size");
  private static final Places CONNECTION = Places.of("/data/connection_id", "/connection_id");
  private static final Places EMERGENCY = Places.of("/data/emergency_mode", "/emergency_mode");
  private static final Places DEGRADED =
      Places.of("/data/degraded_mode", "/degraded_mode", "/data/degraded", "/degraded");
  private static final Places COMPLETE = Places.of("/data/startup_complete", "/startup_complete");
  private static final Places STATUS = Places.of("/data/status", "/status");
  private static final Places RESPONSE =
      Places.of("/data/content", "/content", "/data/message", "/message");
  private static final Places RESPONSE_TYPE = Places.of("/data/type");
  private static final Places RESPONSE_SOURCE = Places.of("/data/source");
  private static final Places SAID =
      Places.of("/data/message", "/message", "/error_message", "/payload/message", "/data/reason");

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
      return new Reading.Ack(QUESTION_TYPE.equals(body.text(RECEIVED)));
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
    if (body.isFalse(CONNECTION_READY)) {
      return new Reading.Notice("connection_established, not ready");
    }
    Integer max =
        body.first(MAX_MESSAGE)
            .filter(JsonNode::canConvertToInt)
            .map(JsonNode::intValue)
            .filter(bytes -> bytes > 0)
            .orElse(null);
    return new Reading.Ready(max, unwell(body), body.text(CONNECTION));
  }

  /** By which field a frame says that the platform is not well; null where none does. */
  private static @Nullable String unwell(Body body) {
    if (body.isTrue(EMERGENCY)) {
      return "emergency_mode: true";
    }
    if (body.isTrue(DEGRADED)) {
      return "degraded: true";
    }
    if (body.isFalse(COMPLETE)) {
      return "startup_complete: false";
    }
    String status = body.text(STATUS);
    return status != null && UNWELL.contains(status) ? "status: " + status : null;
  }

  private static @Nullable String claim(String name, Body body) {
    return name.startsWith("connection_") || name.equals("server_shutdown") ? said(body) : null;
  }

  private static Reading response(Body body) {
    String text = body.first(RESPONSE).map(Body::words).orElse("");
    boolean canned =
        "fallback_response".equals(body.text(RESPONSE_TYPE))
            || "fallback_handler".equals(body.text(RESPONSE_SOURCE));
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
    return body.text(SAID);
  }

  private static String after(@Nullable String said) {
    return said == null ? "" : ": " + said;
  }
}
