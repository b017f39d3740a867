package io.goldenpath.model.probe;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.finding.Step;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Kind of journey: what a probe tries against a target. */
public enum JourneyKind implements Labelled {
  /** Login, message, agent events, answer: the one path that users live by. */
  GOLDEN_PATH,
  /** Several users at once: none sees what belongs to another. */
  ISOLATION(
      FindingKind.LEAK_CONTENT,
      FindingKind.LEAK_ROUTING,
      FindingKind.LEAK_ID_COLLISION,
      FindingKind.LEAK_RESIDUE,
      FindingKind.DIVERTED),
  /** Malformed messages and lost connections: the user goes on all the same. */
  RECOVERY(FindingKind.RECONNECT_SLOW, FindingKind.RECONNECT_FAILED, FindingKind.NOT_RECOVERED),
  /** Bad tokens: nobody is let in who must not be. */
  REFUSAL(FindingKind.UNAUTHORISED_ACCEPTED);

  private static final Set<Step> ALL_STEPS = EnumSet.allOf(Step.class);
  private static final Set<Step> ONE_CONNECTION = EnumSet.complementOf(EnumSet.of(Step.RECONNECT));

  private final Set<FindingKind> exclusiveKinds;

  JourneyKind(FindingKind... own) {
    this.exclusiveKinds = Set.of(own);
  }

  /** The journey of this label, such as {@code golden-path}. */
  public static Optional<JourneyKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  public Set<Step> steps() {
    return Collections.unmodifiableSet(this == RECOVERY ? ALL_STEPS : ONE_CONNECTION);
  }

  public boolean canFind(FindingKind kind, Step step) {
    boolean others =
        Arrays.stream(values())
            .anyMatch(other -> other != this && other.exclusiveKinds.contains(kind));
    return !others && steps().contains(step) && kind.steps().contains(step);
  }

  /** The journey as settings, metrics, JSON and pages write it. */
  @Override
  public String label() {
    return Labelled.super.label().replace('_', '-');
  }
}
