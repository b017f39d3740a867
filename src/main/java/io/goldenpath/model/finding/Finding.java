package io.goldenpath.model.finding;

/**
 * One broken promise.
 *
 * @param kind What it is.
 * @param severity How much it weighs.
 * @param step Where the deciding frame came or the time ran out.
 * @param slot Slot of the user who met it.
 * @param message One line for a person who was woken by it.
 * @param evidence What it rests on.
 */
public record Finding(
    FindingKind kind, Severity severity, Step step, int slot, String message, Evidence evidence) {

  public Finding {
    if (!kind.steps().contains(step)) {
      throw new IllegalArgumentException(kind.label() + " cannot be found in " + step.label());
    }
  }

  /** A finding of its kind's own severity. */
  public static Finding of(
      FindingKind kind, Step step, int slot, String message, Evidence evidence) {
    return new Finding(kind, kind.severity(), step, slot, message, evidence);
  }

  /** The same finding at another weight. */
  public Finding withSeverity(Severity other) {
    return new Finding(kind, other, step, slot, message, evidence);
  }
}
