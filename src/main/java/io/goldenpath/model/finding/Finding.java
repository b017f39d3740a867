package io.goldenpath.model.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finding: one broken promise.
 *
 * @param step Where the deciding frame came or the time ran out.
 * @param event Event of the contract that it is about; null where it is about none.
 * @param slot Slot of the user who met it.
 * @param message One line for the person on call.
 */
public record Finding(
    FindingKind kind,
    Severity severity,
    Step step,
    @Nullable String event,
    int slot,
    String message,
    Evidence evidence) {

  public static final Comparator<Finding> HEAVIEST_FIRST =
      Comparator.comparing(Finding::severity).reversed();

  public Finding {
    if (!kind.steps().contains(step)) {
      throw new IllegalArgumentException(kind.label() + " cannot be found in " + step.label());
    }
  }

  public static Finding of(
      FindingKind kind, Step step, int slot, String message, Evidence evidence) {
    return new Finding(kind, kind.severity(), step, null, slot, message, evidence);
  }

  /** The heaviest of these, the earliest of equals. */
  public static Optional<Finding> heaviest(Stream<Finding> findings) {
    return findings.min(HEAVIEST_FIRST);
  }

  /** Whom it concerns: the user who met it, then the other user where there is one. */
  public List<Integer> slots() {
    Evidence.OtherUser other = evidence.otherUser();
    return other == null ? List.of(slot) : List.of(slot, other.slot());
  }

  /** One line; names the user where the run has {@code several}. */
  public String headline(boolean several) {
    String where = step.label() + (several ? ", user " + slot : "");
    return "%s in %s: %s".formatted(kind.label(), where, message);
  }

  public boolean mentions(int user, int frame) {
    Evidence.OtherUser other = evidence.otherUser();
    return (slot == user && evidence.frames().contains(frame))
        || (other != null && other.slot() == user && other.frames().contains(frame));
  }

  public Finding withSeverity(Severity other) {
    return new Finding(kind, other, step, event, slot, message, evidence);
  }

  public Finding withStep(Step other) {
    return new Finding(kind, severity, other, event, slot, message, evidence);
  }

  public Finding withMessage(String other) {
    return new Finding(kind, severity, step, event, slot, other, evidence);
  }

  public Finding withFrames(List<Integer> frames) {
    return new Finding(kind, severity, step, event, slot, message, evidence.withFrames(frames));
  }

  public Finding withTexts(UnaryOperator<String> change) {
    return new Finding(
        kind,
        severity,
        step,
        event == null ? null : change.apply(event),
        slot,
        change.apply(message),
        evidence.withTexts(change));
  }
}
