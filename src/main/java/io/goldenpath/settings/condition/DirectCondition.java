package io.goldenpath.settings.condition;

import io.goldenpath.dialect.definition.MessageValues;
import io.goldenpath.model.target.Condition;
import java.util.Map;
import java.util.Optional;

/** A condition in CEL that messages themselves are asked for, and CEL where that tells nothing. */
record DirectCondition(DirectExpression direct, CelCondition cel) implements Condition {

  @Override
  public boolean holds(Map<String, ?> values) {
    Object value =
        values instanceof MessageValues message
            ? direct.value(message)
            : DirectExpression.Failure.UNSURE;
    return value == DirectExpression.Failure.UNSURE
        ? cel.holds(values)
        : Boolean.TRUE.equals(value);
  }

  @Override
  public Optional<String> violation(Map<String, ?> values) {
    return cel.violation(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DirectCondition that && cel.equals(that.cel);
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
