package io.goldenpath.catalogue.spoken;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The subprotocol {@code graphql-transport-ws}: the first subscription brings what the platform
 * says unasked, each further one is a question and brings what is said after it.
 */
final class SpokenGraphQl implements SpokenFraming {

  private static final Pattern ID = Pattern.compile("\"id\":\"(\\w+)\"");
  private static final String PAYLOAD = "\"payload\":";

  private final Queue<String> waiting = new ArrayDeque<>();
  private final Queue<String> unanswered = new ArrayDeque<>();
  private final Map<String, String> operations = new HashMap<>();
  private String latest = "";

  @Override
  public Passed received(String frame) {
    return switch (PlatformText.read(frame).path("type").stringValue("subscribe")) {
      case "connection_init" -> Passed.back(List.of("{\"type\":\"connection_ack\"}"));
      case "pong" -> Passed.on(PlatformText.PONG);
      case "subscribe" -> subscribed(frame);
      default -> Passed.NOTHING;
    };
  }

  private Passed subscribed(String frame) {
    Matcher id = ID.matcher(frame);
    boolean first = latest.isEmpty();
    latest = id.find() ? id.group(1) : latest;
    if (first) {
      List<String> frames = waiting.stream().map(text -> next(latest, text)).toList();
      waiting.clear();
      return Passed.back(frames);
    }
    JsonNode message = PlatformText.read(frame).at("/payload/variables/message");
    if (message.at("/payload/content").isString()) {
      unanswered.add(latest);
    }
    return Passed.on(
        message.isMissingNode()
            ? frame.substring(frame.indexOf(PAYLOAD) + PAYLOAD.length(), frame.length() - 1)
            : message.toString());
  }

  @Override
  public List<String> said(String text) {
    JsonNode json = PlatformText.read(text);
    if (PlatformText.isPing(json)) {
      return List.of("{\"type\":\"ping\"}");
    }
    if (latest.isEmpty()) {
      waiting.add(text);
      return List.of();
    }
    return List.of(next(operation(json.path("run_id").asString("")), text));
  }

  /** Runs answer questions in the order in which they were asked. */
  private String operation(String run) {
    if (!run.isEmpty() && !operations.containsKey(run) && !unanswered.isEmpty()) {
      operations.put(run, unanswered.remove());
    }
    return operations.getOrDefault(run, latest);
  }

  private static String next(String operation, String text) {
    return "{\"id\":\"%s\",\"type\":\"next\",\"payload\":{\"data\":{\"said\":%s}}}"
        .formatted(operation, PlatformText.value(text));
  }
}
