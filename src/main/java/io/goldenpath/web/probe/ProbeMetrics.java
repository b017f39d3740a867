package io.goldenpath.web.probe;

import io.goldenpath.model.finding.CauseClass;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A probe's last run as series. Before the first run there is none: silence is neither a success
 * nor a failure.
 */
final class ProbeMetrics {

  private ProbeMetrics() {}

  static String of(ProbeResult result) {
    ExpositionText text = new ExpositionText();
    if (!result.note().isEmpty()) {
      text.comment(result.note());
    }
    result
        .run()
        .ifPresentOrElse(
            run -> write(run, result.age().orElseThrow(), text),
            () -> text.comment("no series: " + result.state().reason()));
    return text.toString();
  }

  private static void write(Run run, Duration age, ExpositionText text) {
    text.gauge(ProbeMetric.SUCCESS, run.succeeded() ? 1 : 0)
        .gauge(ProbeMetric.DURATION, ExpositionText.seconds(run.duration()))
        .gauge(ProbeMetric.AGE, ExpositionText.seconds(age))
        .gauges(ProbeMetric.STEP, "step", steps(run));
    run.timeToFirstEvent()
        .ifPresent(time -> text.gauge(ProbeMetric.FIRST_EVENT, ExpositionText.seconds(time)));
    run.timeToAnswer()
        .ifPresent(time -> text.gauge(ProbeMetric.ANSWER, ExpositionText.seconds(time)));
    text.gauges(
            ProbeMetric.OUTCOME,
            "outcome",
            flags(
                Outcome.class,
                EnumSet.complementOf(EnumSet.of(Outcome.BROKEN)),
                Set.of(run.outcome())))
        .gauges(
            ProbeMetric.CAUSE,
            "class",
            flags(CauseClass.class, EnumSet.allOf(CauseClass.class), causes(run)));
  }

  /** Neither those that were never reached nor a login whose token an earlier run was given. */
  private static Map<Step, Double> steps(Run run) {
    Map<Step, Double> longest = new EnumMap<>(Step.class);
    run.users().stream()
        .flatMap(user -> user.steps().stream())
        .filter(step ->
            step.state() == StepResult.State.PASSED || step.state() == StepResult.State.FAILED)
        .forEach(
            step -> longest.merge(step.step(), ExpositionText.seconds(step.duration()), Math::max));
    return longest;
  }

  private static Set<CauseClass> causes(Run run) {
    return run.reasons().stream()
        .flatMap(finding -> CauseClass.of(finding).stream())
        .collect(Collectors.toSet());
  }

  private static <E extends Enum<E>> Map<E, Double> flags(
      Class<E> type, Set<E> all, Set<E> current) {
    Map<E, Double> flags = new EnumMap<>(type);
    all.forEach(value -> flags.put(value, current.contains(value) ? 1.0 : 0.0));
    return flags;
  }
}
