package io.goldenpath.settings.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import io.goldenpath.model.target.Condition;
import java.util.Map;
import java.util.Optional;

/** A condition in CEL. Two of the same text are equal. */
record CelCondition(String text, Program program) implements Condition {

  @Override
  public Optional<String> violation(Map<String, ?> values) {
    try {
      return Boolean.TRUE.equals(program.eval(CelValues.variables(values)))
          ? Optional.empty()
          : Optional.of("not " + this);
    } catch (CelEvaluationException unanswerable) {
      return Optional.of("not " + this + " (" + unanswerable.getMessage() + ")");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CelCondition that && text.equals(that.text);
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
