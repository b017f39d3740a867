package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.MALFORMED_EVENT;

import io.goldenpath.probe.Step;

/** Does every event have the fields that it must have? */
record FieldRule() implements Rule {

  @Override
  public void judge(Course course, Docket docket) {
    course
        .all()
        .filter(seen -> seen.problem() != null)
        .forEach(seen ->
            docket.add(
                MALFORMED_EVENT,
                Step.EVENTS,
                seen.nanos(),
                new Words(
                    "a well-formed " + seen.name(),
                    String.valueOf(seen.problem()),
                    "%s is malformed: %s".formatted(seen.name(), seen.problem())),
                seen.frame()));
  }
}
