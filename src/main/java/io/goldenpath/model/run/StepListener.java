package io.goldenpath.model.run;

import io.goldenpath.model.finding.Step;
import java.time.Duration;

/** Listener of the steps of a run as they end, for who watches it live; none may block. */
@FunctionalInterface
public interface StepListener {

  StepListener NONE = (_, _) -> {};

  /** Called on the thread of the user whose step it is, whether the step was good or not. */
  void ended(Step step, Duration took);
}
