package io.goldenpath.tracing;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import java.util.List;
import java.util.Optional;

/** A step as one user walked it. */
record UserStep(UserRun user, StepResult result) {

  /** What this user met in it. */
  List<Finding> findings(Run run) {
    return run.findings().stream()
        .filter(finding -> finding.slot() == user.slot() && finding.step() == result.step())
        .toList();
  }

  /** The agent's events, of the step that waits for them. */
  List<EventArrival> arrivals() {
    return result.step() == Step.EVENTS ? user.events() : List.of();
  }

  /** Why it failed, by the heaviest of these findings; empty where it did not. */
  Optional<String> failure(List<Finding> findings) {
    Optional<String> why =
        Finding.heaviest(findings.stream().filter(finding -> finding.severity().failsRun()))
            .map(Finding::message);
    return why.isPresent() || result.state() != StepResult.State.FAILED ? why : Optional.of("");
  }
}
