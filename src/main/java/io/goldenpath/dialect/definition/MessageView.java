package io.goldenpath.dialect.definition;

import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Incoming.Message;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One message as conditions and pointers see it. */
public final class MessageView {

  private final Message message;
  private final MessageValues values;
  private @Nullable JsonNode args;

  /**
   * A view of this message.
   *
   * @param variables Live: later changes are seen.
   */
  public MessageView(Message message, Map<String, Object> variables) {
    this.message = message;
    this.values = new MessageValues(message, variables);
  }

  public JsonNode body() {
    return message.body();
  }

  /** The message as it came. */
  public String text() {
    return message.text();
  }

  public Envelope envelope() {
    return message.envelope();
  }

  /** All arguments as a list, made once. */
  JsonNode args() {
    if (args == null) {
      args = list(message.envelope().args());
    }
    return args;
  }

  /** All arguments of an acknowledgement as a list, which is empty where it is none. */
  JsonNode ack() {
    List<JsonNode> ack = message.envelope().ack();
    return list(ack == null ? List.of() : ack);
  }

  private static JsonNode list(List<JsonNode> nodes) {
    return JsonNodeFactory.instance.arrayNode().addAll(nodes);
  }

  /** What conditions and expressions speak of. */
  public MessageValues values() {
    return values;
  }

  /** The node as texts, numbers, lists and maps; null where it is null or missing. */
  public static @Nullable Object plain(JsonNode node) {
    return MessageValues.plain(node);
  }
}
