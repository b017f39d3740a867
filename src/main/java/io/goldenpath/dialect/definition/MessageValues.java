package io.goldenpath.dialect.definition;

import io.goldenpath.framing.Incoming.Message;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What conditions and expressions of a message speak of: {@code frame}, {@code name}, {@code args},
 * {@code ack}, {@code headers}, {@code vars}. Each is made when one is wanted.
 */
public final class MessageValues extends AbstractMap<String, @Nullable Object> {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String VARIABLES = "vars";
  private static final List<String> NAMES =
      List.of("frame", "name", "args", "ack", "headers", VARIABLES);

  private final Message message;
  private final Map<String, Object> variables;
  private final Map<String, Object> kept = new HashMap<>();

  MessageValues(Message message, Map<String, Object> variables) {
    this.message = message;
    this.variables = variables;
  }

  /**
   * A value in the form that {@code convert} gives to JSON nodes, texts, lists and maps, which must
   * be one and the same for a message. It is kept, but for variables, which may change.
   */
  public Object converted(String name, Function<@Nullable Object, Object> convert) {
    return name.equals(VARIABLES)
        ? convert.apply(variables)
        : kept.computeIfAbsent(name, _ -> convert.apply(raw(name)));
  }

  /** A value as it is: JSON nodes, a text, a map of texts or of plain values; null for none. */
  public @Nullable Object raw(String name) {
    return switch (name) {
      case "frame" -> message.body();
      case "name" -> message.envelope().name();
      case "args" -> message.envelope().args();
      case "ack" -> message.envelope().ack();
      case "headers" -> message.envelope().headers();
      case VARIABLES -> variables;
      default -> null;
    };
  }

  /** A plain text, list or map. */
  @Override
  public @Nullable Object get(Object name) {
    return switch (raw(String.valueOf(name))) {
      case JsonNode node -> plain(node);
      case List<?> nodes ->
          nodes.stream().<@Nullable Object>map(each -> plain((JsonNode) each)).toList();
      case Object value -> value;
      case null -> null;
    };
  }

  static @Nullable Object plain(JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    return node.isMissingNode() ? null : JSON.treeToValue(node, Object.class);
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String text && NAMES.contains(text);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    Set<Entry<String, @Nullable Object>> all = new LinkedHashSet<>();
    NAMES.forEach(name -> all.add(new SimpleImmutableEntry<>(name, get(name))));
    return all;
  }
}
