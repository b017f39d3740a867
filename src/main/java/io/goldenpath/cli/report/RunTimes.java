package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Times in which runs are compared: of each step, to the first event and to the answer. */
public final class RunTimes {

  public static final String FIRST_EVENT = "first event";
  public static final String ANSWER = "answer";

  private RunTimes() {}

  /** By name, in the order of the path; those of all users of all runs of this probe. */
  public static Map<String, List<Duration>> of(Probe probe, List<Run> runs) {
    Map<String, List<Duration>> times = new LinkedHashMap<>();
    for (Step step : probe.journey().steps()) {
      List<Duration> found = new ArrayList<>();
      runs.forEach(run -> of(step, run).forEach(found::add));
      if (!found.isEmpty()) {
        times.put(name(step), found);
      }
    }
    return times;
  }

  private static Stream<Duration> of(Step step, Run run) {
    return switch (step) {
      case EVENTS -> run.timeToFirstEvent().stream();
      case ANSWER -> run.timeToAnswer().stream();
      default -> run.users().stream().flatMap(user -> executed(step, user).stream());
    };
  }

  private static Optional<Duration> executed(Step step, UserRun user) {
    return (step == Step.LOGIN ? user.walkedLogin() : user.step(step))
        .filter(result -> result.state() != StepResult.State.SKIPPED)
        .map(StepResult::duration);
  }

  private static String name(Step step) {
    return switch (step) {
      case EVENTS -> FIRST_EVENT;
      case ANSWER -> ANSWER;
      default -> step.label();
    };
  }
}
