package io.goldenpath.web.page;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.DurationText;
import java.time.Instant;
import java.util.Optional;

/**
 * A run in one line.
 *
 * @param href Its page.
 * @param outcome How it ended.
 * @param started When it began.
 * @param took How long it took.
 * @param trigger Who asked for it.
 * @param kind What weighs most of all that was found; empty where nothing was.
 * @param message The same for a person.
 */
record RunSummaryView(
    String href,
    Outcome outcome,
    TimeView started,
    String took,
    String trigger,
    String kind,
    String message) {

  static RunSummaryView of(Run run, Instant now) {
    Optional<Finding> worst =
        run.worstFinding().filter(finding -> finding.severity() != Severity.INFO);
    return new RunSummaryView(
        "/runs/" + run.id(),
        run.outcome(),
        TimeView.second(run.info().startedAt(), now),
        DurationText.of(run.duration()),
        run.info().trigger().label(),
        worst.map(finding -> finding.kind().label()).orElse(""),
        worst.map(Finding::message).orElse(""));
  }

  public String word() {
    return outcome.label();
  }
}
