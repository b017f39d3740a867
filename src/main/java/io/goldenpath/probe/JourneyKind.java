package io.goldenpath.probe;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be tried against a target. */
public enum JourneyKind {
  /** Login, message, agent events, answer: the one path that users live by. */
  GOLDEN_PATH(EnumSet.complementOf(EnumSet.of(Step.RECONNECT)));

  private final Set<Step> steps;

  JourneyKind(Set<Step> steps) {
    this.steps = Collections.unmodifiableSet(steps);
  }

  /** The journey of this label, such as {@code golden-path}. */
  public static Optional<JourneyKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** The steps that this journey walks. */
  public Set<Step> steps() {
    return steps;
  }

  /** The journey as settings, metrics, JSON and pages write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
