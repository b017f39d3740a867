package io.goldenpath.web;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Severity;
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
record RunLine(
    String href,
    Outcome outcome,
    TimeView started,
    String took,
    String trigger,
    String kind,
    String message) {

  static RunLine of(Run run, Instant now) {
    Optional<Finding> worst = run.worst().filter(finding -> finding.severity() != Severity.INFO);
    return new RunLine(
        "/runs/" + run.id(),
        run.outcome(),
        TimeView.second(run.ticket().startedAt(), now),
        Words.of(run.duration()),
        run.ticket().trigger().label(),
        worst.map(finding -> finding.kind().label()).orElse(""),
        worst.map(Finding::message).orElse(""));
  }

  public String word() {
    return outcome.label();
  }
}
