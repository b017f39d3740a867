package io.goldenpath.contract.rules;

import io.goldenpath.model.finding.Excerpt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Frames in which the dialect saw nothing of a run, counted for whoever waits in vain. */
final class UnknownFrames {

  private static final String HELP = "docs/dialects.md, 'When nothing is understood'";

  private final Types unknown = new Types();
  private final Types noise = new Types();

  /** Of a type that the dialect does not know. */
  void add(String type) {
    unknown.add(type);
  }

  /** That the dialect takes for noise. */
  void addNoise(String type) {
    noise.add(type);
  }

  boolean none() {
    return unknown.count + noise.count == 0;
  }

  /** Such as {@code 9 frames, none understood: 8× token, 1× done}; the most frequent first. */
  String text() {
    return Stream.of(unknown.text("none understood"), noise.text("all noise to the dialect"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** For the end of a sentence: a platform that answers in words of its own is no silent one. */
  String suffix() {
    return none() ? "" : "; " + text() + " (is the target's dialect right? " + HELP + ")";
  }

  private static final class Types {

    private static final int BOUND = 50;
    private static final int NAMED = 5;
    private static final int LENGTH = 40;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int count;

    void add(String type) {
      String name = type.isBlank() ? "without a type" : Excerpt.of(type, LENGTH);
      count++;
      if (counts.size() < BOUND || counts.containsKey(name)) {
        counts.merge(name, 1, Integer::sum);
      }
    }

    String text(String what) {
      String most =
          counts.entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .limit(NAMED)
              .map(type -> type.getValue() + "× " + type.getKey())
              .collect(Collectors.joining(", "));
      return count == 0
          ? ""
          : "%s, %s: %s%s"
              .formatted(
                  count == 1 ? "1 frame" : count + " frames",
                  what,
                  most,
                  counts.size() > NAMED ? " and others" : "");
    }
  }
}
