package io.goldenpath.contract.rules;

import io.goldenpath.model.finding.Excerpt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Frames of types that the dialect does not know, counted for whoever waits in vain. */
final class UnknownFrames {

  private static final int BOUND = 50;
  private static final int NAMED = 5;
  private static final int TYPE_LENGTH = 40;

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  void add(String type) {
    String name = type.isBlank() ? "without a type" : Excerpt.of(type, TYPE_LENGTH);
    if (counts.size() < BOUND || counts.containsKey(name)) {
      counts.merge(name, 1, Integer::sum);
    }
  }

  boolean none() {
    return counts.isEmpty();
  }

  /** Such as {@code frames came, none understood: 8× token, 1× done}; the most frequent first. */
  String text() {
    String most =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(NAMED)
            .map(count -> count.getValue() + "× " + count.getKey())
            .collect(Collectors.joining(", "));
    return "frames came, none understood: " + most + (counts.size() > NAMED ? " and others" : "");
  }
}
