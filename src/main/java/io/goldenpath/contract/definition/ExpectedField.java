package io.goldenpath.contract.definition;

import io.goldenpath.contract.event.FrameFields;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Expectation of one field; lengths are characters of a text or elements of a list.
 *
 * @param at JSON pointers to it; the first that is there counts.
 */
public record ExpectedField(
    List<String> at, boolean required, @Nullable Type type, int minLength, int maxLength) {

  public ExpectedField {
    at = List.copyOf(at);
  }

  /** JSON type of a field. */
  public enum Type {
    STRING,
    NUMBER,
    INTEGER,
    BOOLEAN,
    OBJECT,
    ARRAY;

    boolean accepts(Object value) {
      return switch (this) {
        case STRING -> value instanceof String;
        case NUMBER -> value instanceof Number;
        case INTEGER -> value instanceof Long || value instanceof Integer;
        case BOOLEAN -> value instanceof Boolean;
        case OBJECT -> value instanceof Map;
        case ARRAY -> value instanceof List;
      };
    }
  }

  /** What is wrong with the field in this frame; null when nothing is. */
  @Nullable
  public String problem(FrameFields fields) {
    Object value = at.stream().map(fields::at).filter(Objects::nonNull).findFirst().orElse(null);
    String where = String.join(" or ", at);
    if (value == null) {
      return required ? "it has no " + where : null;
    }
    if (type != null && !type.accepts(value)) {
      return where + " is not of type " + type.name().toLowerCase(Locale.ROOT);
    }
    int length = length(value);
    if (length >= 0 && length < minLength) {
      return where + " has length " + length + ", shorter than " + minLength;
    }
    return length > maxLength
        ? where + " has length " + length + ", longer than " + maxLength
        : null;
  }

  private static int length(Object value) {
    return switch (value) {
      case String text -> text.strip().length();
      case Collection<?> list -> list.size();
      default -> -1;
    };
  }
}
