package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.MALFORMED_EVENT;

import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;

/** Does every event have the fields that it must have? */
record FieldRule() implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    run.all()
        .filter(timedEvent -> timedEvent.fieldProblem() != null)
        .forEach(timedEvent ->
            findings.add(
                MALFORMED_EVENT,
                Step.EVENTS,
                timedEvent.nanos(),
                new FindingText(
                    "a well-formed " + timedEvent.name(),
                    String.valueOf(timedEvent.fieldProblem()),
                    "%s is malformed: %s".formatted(timedEvent.name(), timedEvent.fieldProblem())),
                timedEvent.frame()));
  }
}
