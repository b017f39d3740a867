package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.TOO_SLOW;

import io.goldenpath.contract.stream.Outage;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import java.time.Duration;

/** Reports a good answer that came too late. */
record AnswerLatencyRule(TimeLimit limit, Outage outage) implements TerminalRule {

  @Override
  public void judge(RunEvents run, TimedEvent terminal, Findings findings) {
    Duration total = outage.connectedTime(run.sentNanos(), terminal.nanos());
    if (limit.slow(total) && !findings.failed(Step.ANSWER)) {
      String allowed = DurationText.of(limit.softLimit());
      String taken = DurationText.of(total);
      findings
          .of(TOO_SLOW)
          .in(Step.ANSWER)
          .at(terminal)
          .expected("an answer within " + allowed)
          .seen(taken)
          .says(
              "The answer is right, but came late: %s after the question, where %s are allowed",
              taken, allowed);
    }
  }
}
