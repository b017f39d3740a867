package io.goldenpath.settings.condition;

import static io.goldenpath.settings.condition.DirectExpression.Failure.ERROR;
import static io.goldenpath.settings.condition.DirectExpression.Failure.UNSURE;

import io.goldenpath.settings.condition.DirectExpression.Failure;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What CEL makes of values, without a copy of them. */
final class DirectValues {

  static final Object NULL = NullNode.getInstance();

  /** Up to here each long is a double of its own. */
  private static final long EXACT = 1L << 53;

  private DirectValues() {}

  static Object of(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case JsonNode node -> of(node);
      case Integer small -> small.longValue();
      case BigInteger huge -> huge.doubleValue();
      default -> value;
    };
  }

  private static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT, ARRAY -> node;
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? (Object) node.longValue()
              : (Object) node.doubleValue();
      case NULL, MISSING, BINARY, POJO -> NULL;
    };
  }

  static Object member(Object of, String name) {
    return switch (of) {
      case JsonNode node when node.isObject() -> present(node.get(name));
      case Map<?, ?> map -> map.containsKey(name) ? of(map.get(name)) : ERROR;
      case Failure failure -> failure;
      default -> ERROR;
    };
  }

  static Object hasMember(Object of, String name) {
    return switch (of) {
      case JsonNode node when node.isObject() -> node.has(name);
      case Map<?, ?> map -> map.containsKey(name);
      case Failure failure -> failure;
      default -> ERROR;
    };
  }

  static Object item(Object of, int index) {
    return switch (of) {
      case JsonNode node when node.isArray() -> present(node.get(index));
      case List<?> list -> index >= 0 && index < list.size() ? of(list.get(index)) : ERROR;
      case Failure failure -> failure;
      default -> ERROR;
    };
  }

  private static Object present(@Nullable JsonNode node) {
    return node == null ? ERROR : of(node);
  }

  static Object equal(Object one, Object other) {
    if (one instanceof Failure || other instanceof Failure) {
      return one == UNSURE || other == UNSURE ? UNSURE : ERROR;
    }
    if (isMany(one) || isMany(other)) {
      return isMany(one) && isMany(other) ? UNSURE : false;
    }
    if (one instanceof Number number && other instanceof Number another) {
      return equal(number, another);
    }
    return isPlain(one) && isPlain(other) ? one.equals(other) : UNSURE;
  }

  private static Object equal(Number one, Number other) {
    if (one instanceof Long || other instanceof Long) {
      if (one instanceof Long && other instanceof Long) {
        return one.longValue() == other.longValue();
      }
      Number whole = one instanceof Long ? one : other;
      if (Math.abs(whole.longValue()) > EXACT) {
        return UNSURE;
      }
    }
    return one.doubleValue() == other.doubleValue();
  }

  private static boolean isMany(Object value) {
    return value instanceof List
        || value instanceof Map
        || (value instanceof JsonNode node && node.isContainer());
  }

  /** Whether it is of those that CEL has, too. */
  private static boolean isPlain(Object value) {
    return value.equals(NULL)
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Long
        || value instanceof Double;
  }

  static Object size(Object of) {
    return switch (of) {
      case String text -> (long) text.codePointCount(0, text.length());
      case JsonNode node when node.isContainer() -> (long) node.size();
      case List<?> list -> (long) list.size();
      case Map<?, ?> map -> (long) map.size();
      case Failure failure -> failure;
      default -> ERROR;
    };
  }

  static Object text(Object value) {
    return switch (value) {
      case String text -> text;
      case Long whole -> Long.toString(whole);
      case Failure failure -> failure;
      default -> UNSURE;
    };
  }
}
