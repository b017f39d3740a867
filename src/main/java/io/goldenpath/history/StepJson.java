package io.goldenpath.history;

import io.goldenpath.probe.StepResult;

/** How one step went. */
record StepJson(String step, String state, double startSeconds, double durationSeconds) {

  static StepJson of(StepResult result) {
    return new StepJson(
        result.step().label(),
        result.state().label(),
        Seconds.of(result.start()),
        Seconds.of(result.duration()));
  }
}
