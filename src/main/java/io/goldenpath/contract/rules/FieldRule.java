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
        .filter(event -> event.fieldProblem() != null)
        .forEach(event ->
            findings.add(
                MALFORMED_EVENT,
                Step.EVENTS,
                event.nanos(),
                new FindingText(
                    "a well-formed " + event.name(),
                    String.valueOf(event.fieldProblem()),
                    "%s is malformed: %s".formatted(event.name(), event.fieldProblem())),
                event.frame()));
  }
}
