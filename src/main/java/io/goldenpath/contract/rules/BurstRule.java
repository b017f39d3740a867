package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.LATE_EVENT;

import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import java.time.Duration;

/** Was the run told while it went on, or held back and told in one burst? */
record BurstRule(Duration minSpread) implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    run.terminal()
        .filter(_ -> run.events().size() > 1)
        .ifPresent(terminal -> judge(run, run.events().getFirst(), terminal, findings));
  }

  private void judge(RunEvents run, TimedEvent first, TimedEvent terminal, Findings findings) {
    Duration spread = Duration.ofNanos(terminal.nanos() - first.nanos());
    if (spread.compareTo(minSpread) < 0) {
      findings.add(
          LATE_EVENT,
          Step.EVENTS,
          terminal.nanos(),
          new FindingText(
              "at least "
                  + FindingText.duration(minSpread)
                  + " from "
                  + first.name()
                  + " to "
                  + terminal.name(),
              FindingText.duration(spread),
              "Nothing was streamed: all %d events from %s to %s came in one burst of %s, %s after the question"
                  .formatted(
                      run.events().size(),
                      first.name(),
                      terminal.name(),
                      FindingText.duration(spread),
                      FindingText.since(run.sentNanos(), first.nanos()))),
          first.frame(),
          terminal.frame());
    }
  }
}
