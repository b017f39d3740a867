package io.goldenpath.framing.graphql;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Broken;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Incoming.Misplaced;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.finding.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One connection of {@link GraphQlFraming}. */
final class GraphQlConnection implements FramingConnection {

  /** More pings than these at once are answered no sooner. */
  private static final int MOST_DUE = 64;

  private final Operations operations = new Operations();
  private final List<String> due = new ArrayList<>();
  private boolean greeted;
  private boolean established;

  GraphQlConnection(@Nullable String connect) {
    due.add(frame("connection_init", connect));
  }

  @Override
  public boolean established() {
    return established;
  }

  @Override
  public String wrap(Outgoing message, long nanos) {
    return "{\"id\":\"%s\",\"type\":\"subscribe\",\"payload\":".formatted(operations.begin())
        + message.text()
        + "}";
  }

  @Override
  public List<String> due(long nanos) {
    greeted = true;
    List<String> frames = List.copyOf(due);
    due.clear();
    return frames;
  }

  @Override
  public List<String> closing() {
    return operations.open().stream()
        .map(id -> "{\"id\":\"%s\",\"type\":\"complete\"}".formatted(id))
        .toList();
  }

  @Override
  public List<Incoming> unwrap(String frame, long nanos) {
    Optional<JsonNode> json = FrameJson.read(frame);
    if (json.isEmpty()) {
      return List.of(new Broken("it is not JSON"));
    }
    return List.of(
        json.get().isObject()
            ? read(json.get(), frame)
            : new Broken("it is JSON, but not an object"));
  }

  private Incoming read(JsonNode json, String frame) {
    JsonNode type = json.path("type");
    if (!type.isString()) {
      return new Broken("it has no type");
    }
    return switch (type.stringValue()) {
      case "connection_ack" -> acknowledged(json, frame);
      case "ping" -> ping(json.path("payload"));
      case "pong" -> new Incoming.Heartbeat();
      case "next", "error", "complete" -> ofOperation(type.stringValue(), json, frame);
      case "connection_init", "subscribe" ->
          new Misplaced("a server does not send " + type.stringValue());
      case String other -> new Broken("its type is unknown: " + Excerpt.quoted(other));
    };
  }

  private Incoming acknowledged(JsonNode json, String frame) {
    if (!greeted || established) {
      return new Misplaced("connection_ack came " + (greeted ? "twice" : "before connection_init"));
    }
    established = true;
    return message("connection_ack", json, frame);
  }

  private Incoming ping(JsonNode payload) {
    if (due.size() < MOST_DUE) {
      due.add(frame("pong", payload.isObject() ? payload.toString() : null));
    }
    return new Incoming.Heartbeat();
  }

  private Incoming ofOperation(String type, JsonNode json, String frame) {
    if (!established) {
      return new Misplaced(type + " came before connection_ack");
    }
    if (!json.path("id").isString()) {
      return new Broken("its id is no text");
    }
    if (type.equals("next") && !json.path("payload").isObject()) {
      return new Broken("its payload is no object");
    }
    return ofOperation(type, json.path("id").stringValue(), message(type, json, frame));
  }

  private Incoming ofOperation(String type, String id, Message message) {
    Operations.State state = operations.state(id);
    if (!type.equals("next")) {
      operations.end(id);
    }
    return switch (state) {
      case LATEST -> message;
      case EARLIER -> new Incoming.Earlier(message);
      case ENDED -> new Misplaced(type + " came after the end of its operation");
      case UNKNOWN -> new Misplaced(type + " came for an operation that was never begun");
    };
  }

  private static Message message(String type, JsonNode json, String frame) {
    JsonNode id = json.path("id");
    Map<String, String> headers = id.isString() ? Map.of("id", id.stringValue()) : Map.of();
    return new Message(json.path("payload"), frame, new Envelope(type, List.of(), null, headers));
  }

  private static String frame(String type, @Nullable String payload) {
    return payload == null
        ? "{\"type\":\"" + type + "\"}"
        : "{\"type\":\"" + type + "\",\"payload\":" + payload + "}";
  }
}
