package io.goldenpath.model.target;

import java.util.Map;
import java.util.Optional;

/** A compiled condition over named values, which are plain maps, lists, texts, numbers. */
public interface Condition {

  /** Why it does not hold, in a few words; empty where it does. */
  Optional<String> violation(Map<String, ?> values);

  /** Whether it holds; it does not where a value that it speaks of is missing. */
  default boolean holds(Map<String, ?> values) {
    return violation(values).isEmpty();
  }
}
