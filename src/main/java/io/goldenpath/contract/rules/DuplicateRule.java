package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.DUPLICATE_EVENT;

import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;

/** Did anything come twice? */
record DuplicateRule() implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    for (TimedEvent again : run.repeated()) {
      String mark = again.event().body().retried() ? ", marked as sent again" : "";
      findings.add(
          DUPLICATE_EVENT,
          Step.EVENTS,
          again.nanos(),
          new FindingText(
              again.name() + " once",
              "the same event again" + mark,
              "%s came twice: the same event again%s, %s after the question"
                  .formatted(
                      again.name(), mark, FindingText.since(run.sentNanos(), again.nanos()))),
          again.frame());
    }
  }
}
