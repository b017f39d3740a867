package io.goldenpath.dialect.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Variables that a message sets: the first place that is there counts, the last value wins. */
public record Captures(Map<String, List<MessageValue>> values) {

  public static final Captures NONE = new Captures(Map.of());

  public Captures {
    Map<String, List<MessageValue>> copy = new LinkedHashMap<>();
    values.forEach((name, places) -> copy.put(name, List.copyOf(places)));
    values = Collections.unmodifiableMap(copy);
  }
}
