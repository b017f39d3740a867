package io.goldenpath.settings.condition;

import io.goldenpath.model.target.Condition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A condition whose variables are the fields of a frame, or the frame itself. */
record FrameCondition(Condition condition) implements Condition {

  private static final String FRAME = "frame";

  @Override
  public Optional<String> violation(Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.putIfAbsent(FRAME, values);
    return condition.violation(all);
  }

  @Override
  public String toString() {
    return condition.toString();
  }
}
