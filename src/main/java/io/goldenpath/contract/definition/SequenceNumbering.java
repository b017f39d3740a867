package io.goldenpath.contract.definition;

/**
 * Numbering of frames.
 *
 * @param at JSON pointer to a frame's number; frames without one are not counted.
 * @param step How much greater each number is than the one before.
 */
public record SequenceNumbering(String at, int step, Scope scope) {

  /** Where the numbering begins anew. */
  public enum Scope {
    /** With each question. */
    RUN,
    /** With each connection. */
    SOCKET
  }

  public SequenceNumbering {
    if (step < 1) {
      throw new IllegalArgumentException("step must be at least 1 but is " + step);
    }
  }

  /** Numbers that count the frames of each run one by one. */
  public static SequenceNumbering ofRun(String at) {
    return new SequenceNumbering(at, 1, Scope.RUN);
  }
}
