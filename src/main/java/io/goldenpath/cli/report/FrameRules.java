package io.goldenpath.cli.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Which rules took the frames of the run in progress; of its first frames, where it has many. */
public final class FrameRules {

  private static final int BOUND = 100_000;

  private final Map<UserFrame, Collection<String>> rules = new HashMap<>();

  private record UserFrame(int slot, int number) {}

  /** Each rule once, in the order in which they came. */
  public synchronized void add(int slot, int frame, String rule) {
    UserFrame key = new UserFrame(slot, frame);
    if (rules.size() < BOUND || rules.containsKey(key)) {
      rules.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(rule);
    }
  }

  /** Rules of one frame; none for one that nobody took. */
  synchronized List<String> of(int slot, int frame) {
    return List.copyOf(rules.getOrDefault(new UserFrame(slot, frame), List.of()));
  }

  synchronized void clear() {
    rules.clear();
  }
}
