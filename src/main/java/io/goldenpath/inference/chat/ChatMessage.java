package io.goldenpath.inference.chat;

import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.inference.chat.MessagePlace.Root;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * A message without its framing.
 *
 * @param at When, in seconds of the wall clock.
 * @param envelope What the framing adds; of a sent message the event, destination or type, and an
 *     {@code ack} where one is asked for.
 */
public record ChatMessage(boolean sent, double at, JsonNode body, Envelope envelope) {

  private static final int MOST_LEAVES = 400;
  private static final int MOST_DEPTH = 10;

  /** Headers of each STOMP frame, which say nothing of the platform. */
  private static final List<String> OF_THE_FRAMING =
      List.of("content-length", "content-type", "message-id", "subscription", "destination", "id");

  /** Texts, numbers and truths in it by their place, the outermost first. */
  public Map<MessagePlace, JsonNode> leaves() {
    Map<MessagePlace, JsonNode> found = new LinkedHashMap<>();
    if (!envelope.name().isEmpty()) {
      found.put(MessagePlace.NAME, StringNode.valueOf(envelope.name()));
    }
    new TreeMap<>(envelope.headers())
        .forEach((name, value) -> {
          if (!OF_THE_FRAMING.contains(name)) {
            found.put(new MessagePlace(Root.HEADERS, List.of(name)), StringNode.valueOf(value));
          }
        });
    roots().forEach((root, node) -> collect(new MessagePlace(root, List.of()), node, found));
    return found;
  }

  private Map<Root, JsonNode> roots() {
    if (envelope.ack() != null && !sent) {
      return Map.of(Root.ACK, list(envelope.ack()));
    }
    return envelope.args().isEmpty()
        ? Map.of(Root.FRAME, body)
        : Map.of(Root.ARGS, list(envelope.args()));
  }

  private static JsonNode list(List<JsonNode> nodes) {
    return JsonMapper.shared().createArrayNode().addAll(nodes);
  }

  private static void collect(MessagePlace at, JsonNode node, Map<MessagePlace, JsonNode> found) {
    if (found.size() >= MOST_LEAVES || at.depth() > MOST_DEPTH) {
      return;
    }
    if (node.isObject()) {
      node.propertyStream()
          .forEach(field -> collect(within(at, field.getKey()), field.getValue(), found));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(within(at, Integer.toString(i)), node.get(i), found);
      }
    } else if (node.isValueNode() && !node.isNull()) {
      found.put(at, node);
    }
  }

  private static MessagePlace within(MessagePlace at, String part) {
    List<String> path = new ArrayList<>(at.path());
    path.add(part);
    return new MessagePlace(at.root(), path);
  }

  /** The text that stands there; empty where there is none. */
  public Optional<String> text(MessagePlace place) {
    return Optional.ofNullable(leaves().get(place))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }

  /** The name of a program that stands there; empty where none does. */
  public Optional<String> word(MessagePlace place) {
    return text(place).filter(text -> place.equals(MessagePlace.NAME) || TextShape.isWord(text));
  }

  /** Whether it answers an event of ours within the framing. */
  public boolean isAcknowledgement() {
    return !sent && envelope.ack() != null;
  }

  /** Shows nothing: it may hold secrets. */
  @Override
  public String toString() {
    return "ChatMessage[" + (sent ? "sent" : "received") + "]";
  }
}
