package io.goldenpath.settings.condition;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelVariableResolver;
import io.goldenpath.dialect.definition.MessageValues;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plain values as CEL takes them, and its results as plain values: CEL has a null of its own, and
 * whole numbers of one size.
 */
final class CelValues {

  private CelValues() {}

  /** Variables by name, converted as they are spoken of. */
  static CelVariableResolver variables(Map<String, ?> values) {
    return values instanceof MessageValues message
        ? name -> known(message, name)
        : name -> values.containsKey(name) ? Optional.of(of(values.get(name))) : Optional.empty();
  }

  private static Optional<Object> known(MessageValues message, String name) {
    return message.containsKey(name)
        ? Optional.of(message.converted(name, CelValues::of))
        : Optional.empty();
  }

  private static Object of(@Nullable Object value) {
    return switch (value) {
      case null -> NullValue.NULL_VALUE;
      case JsonNode node -> of(node);
      case Map<?, ?> map -> of(map);
      case BigInteger huge -> huge.doubleValue();
      case Integer small -> small.longValue();
      case List<?> list -> list.stream().map(CelValues::of).toList();
      default -> value;
    };
  }

  private static Map<Object, Object> of(Map<?, ?> map) {
    Map<Object, Object> all = HashMap.newHashMap(map.size());
    map.forEach((name, value) -> all.put(name, of(value)));
    return all;
  }

  private static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Object> all = HashMap.newHashMap(node.size());
        node.forEachEntry((name, value) -> all.put(name, of(value)));
        yield all;
      }
      case ARRAY -> {
        List<Object> all = new ArrayList<>(node.size());
        node.forEach(item -> all.add(of(item)));
        yield all;
      }
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? (Object) node.longValue()
              : (Object) node.doubleValue();
      case NULL, MISSING, BINARY, POJO -> NullValue.NULL_VALUE;
    };
  }

  /** Null for what is no text, number, boolean, list or map. */
  static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> all = new HashMap<>();
        map.forEach((name, each) -> all.put(String.valueOf(name), plain(each)));
        yield all;
      }
      case List<?> list -> {
        List<@Nullable Object> all = new ArrayList<>();
        list.forEach(each -> all.add(plain(each)));
        yield all;
      }
      case String _, Number _, Boolean _ -> value;
      case null, default -> null;
    };
  }
}
