package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.TOO_SLOW;

import io.goldenpath.contract.stream.Outage;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.TimeLimit;
import java.time.Duration;

/** Was the answer, where it was good, there in time? */
record AnswerLatencyRule(TimeLimit limit, Outage outage) implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    run.terminal().ifPresent(terminal -> judge(run, terminal, findings));
  }

  private void judge(RunEvents run, TimedEvent terminal, Findings findings) {
    Duration total = outage.connectedTime(run.sentNanos(), terminal.nanos());
    if (limit.slow(total) && !findings.failed(Step.ANSWER)) {
      String allowed = FindingText.duration(limit.softLimit());
      findings.add(
          TOO_SLOW,
          Step.ANSWER,
          terminal.nanos(),
          new FindingText(
              "an answer within " + allowed,
              FindingText.duration(total),
              "The answer is right, but came late: %s after the question, where %s are allowed"
                  .formatted(FindingText.duration(total), allowed)),
          terminal.frame());
    }
  }
}
