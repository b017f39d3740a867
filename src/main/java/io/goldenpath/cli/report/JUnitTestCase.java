package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One step as a test, its findings worst first; named with its user where there are several. */
record JUnitTestCase(String name, Duration time, State state, List<Finding> findings) {

  private static final int USERS = 20;

  enum State {
    PASSED,
    SKIPPED,
    FAILURE,
    ERROR
  }

  /** With {@code strict}, a warning is a failure. */
  static List<JUnitTestCase> of(CheckResult checkResult, boolean strict) {
    Severity threshold = strict ? Severity.WARNING : Severity.ERROR;
    Run run = checkResult.run();
    List<JUnitTestCase> cases = new ArrayList<>();
    ShownUsers users = ShownUsers.of(run, USERS);
    for (Step step : checkResult.probe().journey().steps()) {
      List<Finding> found =
          run.findings().stream()
              .filter(finding -> finding.step() == step)
              .sorted(Finding.HEAVIEST_FIRST)
              .toList();
      if (run.users().isEmpty()) {
        cases.add(of(step, "", List.of(), found, threshold));
      }
      for (UserRun user : users.shown()) {
        String name = run.users().size() == 1 ? "" : ", user " + user.slot();
        cases.add(of(step, name, List.of(user), found, threshold));
      }
      if (!users.rest().isEmpty()) {
        String name = ", %d other users".formatted(users.rest().size());
        cases.add(of(step, name, users.rest(), found, threshold));
      }
    }
    return cases;
  }

  /** One test for a step of these users, as long as the slowest; for nobody, of all findings. */
  private static JUnitTestCase of(
      Step step, String name, List<UserRun> users, List<Finding> found, Severity threshold) {
    Set<Integer> slots = users.stream().map(UserRun::slot).collect(Collectors.toSet());
    StepResult slowest =
        users.stream()
            .flatMap(user -> user.executed(step).stream())
            .max(Comparator.comparing(StepResult::duration))
            .orElse(null);
    List<Finding> theirs =
        found.stream()
            .filter(finding -> users.isEmpty() || slots.contains(finding.slot()))
            .toList();
    Duration time = slowest == null ? Duration.ZERO : slowest.duration();
    return new JUnitTestCase(step.label() + name, time, state(slowest, theirs, threshold), theirs);
  }

  private static State state(
      @Nullable StepResult result, List<Finding> findings, Severity threshold) {
    if (findings.stream().anyMatch(finding -> finding.kind() == FindingKind.MONITOR_FAULT)) {
      return State.ERROR;
    }
    if (findings.stream().anyMatch(finding -> finding.severity().compareTo(threshold) >= 0)) {
      return State.FAILURE;
    }
    return result == null ? State.SKIPPED : State.PASSED;
  }
}
