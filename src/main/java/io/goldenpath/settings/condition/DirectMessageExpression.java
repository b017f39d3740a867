package io.goldenpath.settings.condition;

import io.goldenpath.dialect.definition.MessageExpression;
import io.goldenpath.dialect.definition.MessageValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression in CEL that messages themselves are asked for, and CEL where that tells nothing.
 */
record DirectMessageExpression(DirectExpression direct, CelExpression cel)
    implements MessageExpression {

  @Override
  public @Nullable Object value(Map<String, ?> values) {
    Object value =
        values instanceof MessageValues message
            ? direct.value(message)
            : DirectExpression.Failure.UNSURE;
    return switch (value) {
      case String text -> text;
      case Long number -> number;
      case Double number -> number;
      case Boolean truth -> truth;
      case Object none
          when none == DirectExpression.Failure.ERROR || none.equals(DirectValues.NULL) ->
          null;
      default -> cel.value(values);
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DirectMessageExpression that && cel.equals(that.cel);
  }

  @Override
  public int hashCode() {
    return cel.hashCode();
  }

  @Override
  public String toString() {
    return cel.toString();
  }
}
