package io.goldenpath.dialect.definition;

import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Incoming.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One message as conditions and pointers see it; plain maps are made once, when one is wanted. */
public final class MessageView {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Message message;
  private final Map<String, Object> variables;
  private @Nullable Map<String, @Nullable Object> values;

  /**
   * A view of this message.
   *
   * @param variables Live: later changes are seen.
   */
  public MessageView(Message message, Map<String, Object> variables) {
    this.message = message;
    this.variables = variables;
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

  /** {@code frame}, {@code name}, {@code args}, {@code ack}, {@code headers}, {@code vars}. */
  public Map<String, @Nullable Object> values() {
    if (values == null) {
      Map<String, @Nullable Object> all = new HashMap<>();
      List<JsonNode> ack = envelope().ack();
      all.put("frame", plain(body()));
      all.put("name", envelope().name());
      all.put("args", plain(envelope().args()));
      all.put("ack", ack == null ? null : plain(ack));
      all.put("headers", envelope().headers());
      all.put("vars", variables);
      values = all;
    }
    return values;
  }

  private static List<@Nullable Object> plain(List<JsonNode> nodes) {
    return nodes.stream().<@Nullable Object>map(MessageView::plain).toList();
  }

  /** The node as texts, numbers, lists and maps; null where it is null or missing. */
  public static @Nullable Object plain(JsonNode node) {
    return node.isMissingNode() ? null : JSON.treeToValue(node, Object.class);
  }
}
