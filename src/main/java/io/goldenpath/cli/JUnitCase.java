package io.goldenpath.cli;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.StepResult;
import io.goldenpath.probe.UserRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of one user, as a test.
 *
 * @param name Name of the step, with the user where there are several.
 * @param time How long it took.
 * @param state How it ended.
 * @param findings What was found in it, the worst first.
 */
record JUnitCase(String name, Duration time, State state, List<Finding> findings) {

  enum State {
    PASSED,
    SKIPPED,
    FAILURE,
    ERROR
  }

  /**
   * All steps of a run.
   *
   * @param strict whether a warning is a failure
   */
  static List<JUnitCase> of(Checked checked, boolean strict) {
    Severity bar = strict ? Severity.WARNING : Severity.ERROR;
    Run run = checked.run();
    List<JUnitCase> cases = new ArrayList<>();
    for (Step step : checked.probe().journey().steps()) {
      if (run.users().isEmpty()) {
        cases.add(of(step.label(), null, found(run, step), bar));
      }
      for (UserRun user : run.users()) {
        List<Finding> his =
            found(run, step).stream().filter(finding -> finding.slot() == user.slot()).toList();
        cases.add(of(name(run, user, step), user.step(step).orElse(null), his, bar));
      }
    }
    return cases;
  }

  private static JUnitCase of(
      String name, @Nullable StepResult result, List<Finding> findings, Severity bar) {
    Duration time = result == null ? Duration.ZERO : result.duration();
    return new JUnitCase(name, time, state(result, findings, bar), findings);
  }

  private static State state(@Nullable StepResult result, List<Finding> findings, Severity bar) {
    if (findings.stream().anyMatch(finding -> finding.kind() == FindingKind.MONITOR_FAULT)) {
      return State.ERROR;
    }
    if (findings.stream().anyMatch(finding -> finding.severity().compareTo(bar) >= 0)) {
      return State.FAILURE;
    }
    return result == null || result.state() == StepResult.State.SKIPPED
        ? State.SKIPPED
        : State.PASSED;
  }

  private static List<Finding> found(Run run, Step step) {
    return run.findings().stream()
        .filter(finding -> finding.step() == step)
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .toList();
  }

  private static String name(Run run, UserRun user, Step step) {
    return run.users().size() == 1 ? step.label() : step.label() + ", user " + user.slot();
  }
}
