package io.goldenpath.history;

import io.goldenpath.model.run.StepResult;

/** How one step went. */
record StepJson(String step, String state, double startSeconds, double durationSeconds) {

  static StepJson of(StepResult result) {
    return new StepJson(
        result.step().label(),
        result.state().label(),
        JsonSeconds.of(result.start()),
        JsonSeconds.of(result.duration()));
  }
}
