package io.goldenpath.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * Agent event, read through a dialect; agent and tool are null where the frame names none.
 *
 * @param name Name of the event, as the contract writes it.
 * @param fingerprint The frame without its times, equal for the same event sent twice.
 */
public record AgentEvent(
    String name,
    Ids ids,
    @Nullable String agent,
    @Nullable String tool,
    Body body,
    String fingerprint) {

  /** Ids of an event's run and conversation; null where the frame does not say. */
  public record Ids(@Nullable String run, @Nullable String thread) {}

  /**
   * What an event says; the text is empty where it has no answer.
   *
   * @param retried whether it is marked as sent again
   * @param withoutModel whether it admits that no model was asked
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
}
