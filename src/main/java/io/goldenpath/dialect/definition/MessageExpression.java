package io.goldenpath.dialect.definition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled expression over named values, which are plain maps, lists, texts, numbers. */
@FunctionalInterface
public interface MessageExpression {

  /** A text, number, boolean, list or map; null where a value that it speaks of is missing. */
  @Nullable Object value(Map<String, ?> values);
}
