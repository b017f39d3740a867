package io.goldenpath.journey.run;

import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.StepResult;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When each step of a run began and ended. */
final class StepTimes {

  private final long start;
  private final Map<Step, Span> spans = new EnumMap<>(Step.class);

  StepTimes(long start) {
    this.start = start;
  }

  void stepTook(Step step, long from, long to) {
    spans.put(step, new Span(from, to));
  }

  void stepTookAlso(Step step, long from, long to) {
    spans.merge(step, new Span(from, to), (begun, _) -> new Span(begun.from(), to));
  }

  List<StepResult> results(JourneyKind journey, Findings findings) {
    return journey.steps().stream().map(step -> result(step, findings)).toList();
  }

  private StepResult result(Step step, Findings findings) {
    Span span = spans.get(step);
    if (span == null) {
      return new StepResult(step, StepResult.State.SKIPPED, Duration.ZERO, Duration.ZERO);
    }
    return new StepResult(
        step,
        findings.failed(step) ? StepResult.State.FAILED : StepResult.State.PASSED,
        Duration.ofNanos(span.from() - start),
        Duration.ofNanos(span.to() - span.from()));
  }

  private record Span(long from, long to) {}
}
