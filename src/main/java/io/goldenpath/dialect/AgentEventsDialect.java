package io.goldenpath.dialect;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.framing.json.JsonFraming;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bundled dialect {@code agent-events}: {@code agent_started} and its companions in every
 * envelope in which platforms of this family wrap them.
 */
final class AgentEventsDialect implements Dialect, Conversation {

  private static final String QUESTION_TYPE = "user_message";
  private static final FieldPaths OWNERS = FieldPaths.of("frame.owners");
  private static final FieldPaths RECEIVED = FieldPaths.of("frame.received");
  private static final FieldPaths CONNECTION_READY = FieldPaths.of("frame.connection-ready");
  private static final FieldPaths HEARTBEAT_SECONDS = FieldPaths.of("frame.heartbeat-seconds");
  private static final FieldPaths MAX_MESSAGE = FieldPaths.of("frame.max-message");
  private static final FieldPaths CONNECTION = FieldPaths.of("frame.connection");
  private static final FieldPaths RESPONSE = FieldPaths.of("frame.response");
  private static final FieldPaths RESPONSE_TYPE = FieldPaths.of("frame.response-type");
  private static final FieldPaths RESPONSE_SOURCE = FieldPaths.of("frame.response-source");
  private static final FieldPaths MESSAGE = FieldPaths.of("frame.message");

  private static final List<Outgoing> PONG = List.of(new Outgoing("{\"type\":\"pong\"}"));

  private static final Framing JSON = new JsonFraming();

  @Override
  public Framing framing() {
    return JSON;
  }

  @Override
  public EventNames eventNames() {
    return FrameType.EVENT_NAMES;
  }

  /** Without state, so that all connections share it. */
  @Override
  public Conversation conversation(ConversationValues values, boolean resumed) {
    return this;
  }

  @Override
  public List<SendStep> submit(Question question, @Nullable String thread) {
    return List.of(SendStep.of(message(question, thread)));
  }

  @Override
  public Reading received(Message message, int number, long nanos) {
    JsonFrame json = new JsonFrame(message.body());
    String name = FrameType.name(json);
    DecodedFrame decoded = read(json, name);
    return new Reading(
        List.of(new Reading.Part(decoded, message.text(), number, nanos)),
        name.equals("ping") ? PONG : List.of(),
        taken(decoded.content(), number));
  }

  private static List<TakenRule> taken(FrameContent content, int number) {
    String rule = rule(content);
    return rule == null ? List.of() : List.of(new TakenRule(rule, number));
  }

  /** The place in a described dialect where such frames would be described. */
  private static @Nullable String rule(FrameContent content) {
    return switch (content) {
      case FrameContent.Ready _ -> "ready";
      case FrameContent.Heartbeat _ -> "heartbeats";
      case FrameContent.Event _ -> "event";
      case FrameContent.Ack _ -> "accepted";
      case FrameContent.Response _, FrameContent.End _ -> "answer";
      case FrameContent.Failure _, FrameContent.Degraded _ -> "errors";
      case FrameContent.Notice _, FrameContent.Paused _ -> "ignore";
      case FrameContent.Unknown _, FrameContent.Unreadable _ -> null;
    };
  }

  private static Outgoing message(Question question, @Nullable String thread) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", QUESTION_TYPE);
    message.putObject("payload").put("content", question.text()).put("thread_id", thread);
    return new Outgoing(message.toString());
  }

  private static DecodedFrame read(JsonFrame json, String name) {
    return json.root().isObject()
        ? new DecodedFrame(
            content(json, name), json.users(OWNERS), json.unreadableUser(OWNERS), json)
        : DecodedFrame.of(new FrameContent.Unreadable("it is JSON, but not an object"));
  }

  private static FrameContent content(JsonFrame json, String name) {
    if (json.not(JsonNode::isString, "type").isPresent()) {
      return new FrameContent.Unreadable("its type is not a text");
    }
    FrameType means = FrameType.of(name);
    return switch (means) {
      case READY -> ready(json);
      case PING, HEARTBEAT -> new FrameContent.Heartbeat();
      case EVENT -> new FrameContent.Event(EventFields.event(name, json));
      case ACK -> new FrameContent.Ack(QUESTION_TYPE.equals(json.text(RECEIVED)));
      case RESPONSE -> response(json);
      case DEGRADED -> new FrameContent.Degraded(name + suffix(json));
      case AGENT_ERROR, AUTH_ERROR, ERROR -> ErrorFrames.read(means, name, json);
      case NOTICE, UNKNOWN -> other(means, name, json);
    };
  }

  private static FrameContent other(FrameType means, String name, JsonFrame json) {
    Optional<String> degraded = DegradedStatus.of(json);
    if (degraded.isPresent()) {
      return new FrameContent.Degraded(name + ", " + degraded.get() + suffix(json));
    }
    if (means == FrameType.UNKNOWN) {
      return new FrameContent.Unknown(name);
    }
    boolean claims = name.startsWith("connection_") || name.equals("server_shutdown");
    return new FrameContent.Notice(name, claims ? json.text(MESSAGE) : null);
  }

  private static FrameContent ready(JsonFrame json) {
    if (json.is(false, CONNECTION_READY)) {
      return new FrameContent.Notice("connection_established, not ready");
    }
    Integer max =
        json.first(MAX_MESSAGE)
            .filter(JsonNode::canConvertToInt)
            .map(JsonNode::intValue)
            .filter(bytes -> bytes > 0)
            .orElse(null);
    return new FrameContent.Ready(
        max, DegradedStatus.of(json).orElse(null), json.text(CONNECTION), heartbeat(json));
  }

  private static @Nullable Duration heartbeat(JsonFrame json) {
    return json.first(HEARTBEAT_SECONDS)
        .filter(JsonNode::isNumber)
        .map(seconds -> Duration.ofMillis(Math.round(seconds.doubleValue() * 1000)))
        .filter(interval -> interval.isPositive())
        .orElse(null);
  }

  private static FrameContent response(JsonFrame json) {
    String text = json.first(RESPONSE).map(JsonFrame::allText).orElse("");
    boolean canned =
        "fallback_response".equals(json.text(RESPONSE_TYPE))
            || "fallback_handler".equals(json.text(RESPONSE_SOURCE));
    return new FrameContent.Response(text, canned);
  }

  private static String suffix(JsonFrame json) {
    String message = json.text(MESSAGE);
    return message == null ? "" : ": " + message;
  }
}
