package io.goldenpath.web.run;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.strip.PathStrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A user whose timeline is drawn.
 *
 * @param other The same user in the other run; null where there is none.
 * @param findings All that are shown of the run.
 */
record TimelineUser(
    Probe probe,
    PathStrip strip,
    UserRun run,
    @Nullable UserRun other,
    List<FindingView.Reference> findings) {

  /** Those of this user that are told in this step, but not of one event. */
  List<FindingView.Reference> foundIn(Step step) {
    return found(finding -> finding.step() == step && (step != Step.EVENTS || !ofEvent(finding)));
  }

  /** Those of this user that are told of this event, or speak of one of these frames. */
  List<FindingView.Reference> foundOf(String event, List<Integer> frames) {
    return found(finding ->
        finding.step() == Step.EVENTS
            && (ofEvent(finding)
                ? station(event).filter(finding::equals).isPresent()
                : frames.stream().anyMatch(finding.evidence().frames()::contains)));
  }

  private List<FindingView.Reference> found(Predicate<Finding> which) {
    return findings.stream()
        .filter(found -> found.finding().slot() == run.slot())
        .filter(found -> which.test(found.finding()))
        .toList();
  }

  private boolean ofEvent(Finding finding) {
    return strip.stations().stream()
        .anyMatch(on -> on.step() == Step.EVENTS && finding.equals(on.finding()));
  }

  private Optional<Finding> station(String event) {
    return strip.stations().stream()
        .filter(on -> on.step() == Step.EVENTS && on.label().equals(event))
        .flatMap(on -> Optional.ofNullable(on.finding()).stream())
        .findFirst();
  }

  /** A reconnect comes last among the steps, but it happens amid the events. */
  List<StepResult> chronological() {
    List<StepResult> ordered = new ArrayList<>(run.steps());
    run.executed(Step.RECONNECT)
        .ifPresent(reconnect -> {
          ordered.remove(reconnect);
          StepResult before =
              ordered.reversed().stream()
                  .filter(result -> result.state() != StepResult.State.SKIPPED)
                  .filter(result -> result.start().compareTo(reconnect.start()) <= 0)
                  .findFirst()
                  .orElse(null);
          ordered.add(ordered.indexOf(before) + 1, reconnect);
        });
    return ordered;
  }

  Optional<StepResult> otherStep(Step step) {
    return Optional.ofNullable(other).flatMap(user -> user.executed(step));
  }

  /** The colour of a row: how its step ended, or worse where something was found. */
  static String state(String ended, List<FindingView.Reference> findings) {
    Severity worst =
        findings.stream()
            .map(found -> found.finding().severity())
            .max(Severity::compareTo)
            .orElse(Severity.INFO);
    if (worst.failsRun()) {
      return "failed";
    }
    return worst == Severity.WARNING && !ended.equals("failed") ? "degraded" : ended;
  }
}
