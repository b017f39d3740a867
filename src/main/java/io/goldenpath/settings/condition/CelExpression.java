package io.goldenpath.settings.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import io.goldenpath.dialect.definition.MessageExpression;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression in CEL. Two of the same text are equal. */
record CelExpression(String text, Program program) implements MessageExpression {

  @Override
  public @Nullable Object value(Map<String, ?> values) {
    try {
      return CelValues.plain(program.eval(CelValues.variables(values)));
    } catch (CelEvaluationException _) {
      return null;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CelExpression that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
