package io.goldenpath.model.run;

import io.goldenpath.model.finding.Step;
import java.time.Duration;

/** Listener of a run while it goes on, for who watches it live; none may block. */
@FunctionalInterface
public interface ProgressListener {

  ProgressListener NONE = (_, _) -> {};

  /** Called on the thread of the user whose step it is, whether the step was good or not. */
  void ended(Step step, Duration took);

  /**
   * A rule took one of a user's frames, or made it.
   *
   * @param rule Where the rule stands, such as {@code events.tool_started}.
   */
  default void taken(int slot, int frame, String rule) {}
}
