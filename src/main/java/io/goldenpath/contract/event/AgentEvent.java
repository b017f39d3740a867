package io.goldenpath.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * A frame of an agent at work, read through a dialect.
 *
 * @param name Name of the event, as the contract writes it.
 * @param ids Which run it belongs to.
 * @param agent Agent that works; null where the frame names none.
 * @param tool Tool that is used; null where the frame names none.
 * @param body What it says.
 * @param fingerprint The frame without its times, equal for the same event sent twice.
 */
public record AgentEvent(
    String name,
    Ids ids,
    @Nullable String agent,
    @Nullable String tool,
    Body body,
    String fingerprint) {

  /**
   * Which run an event belongs to; null where the frame does not say.
   *
   * @param run id of the run
   * @param thread id of the conversation
   */
  public record Ids(@Nullable String run, @Nullable String thread) {}

  /**
   * What an event says.
   *
   * @param text text of the answer, empty when there is none
   * @param failed whether it says of itself that the work failed
   * @param retried whether it is marked as sent again
   * @param withoutModel whether it admits that no model was asked
   * @param fieldProblem what is wrong with its fields; null when nothing is
   */
  public record Body(
      String text,
      boolean failed,
      boolean retried,
      boolean withoutModel,
      @Nullable String fieldProblem) {

    /** Shows the length alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return "Body[" + text.length() + " characters]";
    }
  }

  /** Shows the name alone: the rest is not redacted yet. */
  @Override
  public String toString() {
    return "AgentEvent[" + name + "]";
  }

  /** The tool and its agent, by which announcement and completion belong together. */
  public String toolKey() {
    return agent + "/" + tool;
  }
}
