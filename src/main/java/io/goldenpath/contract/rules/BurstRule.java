package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.LATE_EVENT;

import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;

/** Reports a run whose events were held back and came in one burst. */
record BurstRule(Duration minSpread) implements TerminalRule {

  @Override
  public void judge(RunEvents run, TimedEvent terminal, Findings findings) {
    TimedEvent first = run.events().getFirst();
    Duration spread = Duration.ofNanos(terminal.nanos() - first.nanos());
    if (run.events().size() > 1 && spread.compareTo(minSpread) < 0) {
      String ends = first.name() + " to " + terminal.name();
      findings
          .of(LATE_EVENT)
          .at(terminal)
          .frames(first.frame())
          .expected("at least %s from %s".formatted(DurationText.of(minSpread), ends))
          .seen(DurationText.of(spread))
          .says(
              "Nothing was streamed: all %d events from %s came in one burst of %s, %s after the question",
              run.events().size(),
              ends,
              DurationText.of(spread),
              DurationText.between(run.sentNanos(), first.nanos()));
    }
  }
}
