package io.goldenpath.web.page;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.DurationText;
import java.time.Instant;
import java.util.Optional;

/** Run in one line; {@code kind} is that of the worst finding, empty where there is none. */
record RunSummaryView(
    String href,
    Outcome outcome,
    TimeView started,
    String duration,
    String trigger,
    String kind,
    String message) {

  static RunSummaryView of(Run run, Instant now) {
    Optional<Finding> reason = run.reason();
    return new RunSummaryView(
        "/runs/" + run.id(),
        run.outcome(),
        TimeView.second(run.info().startedAt(), now),
        DurationText.of(run.duration()),
        run.info().trigger().label(),
        reason.map(finding -> finding.kind().label()).orElse(""),
        reason.map(Finding::message).orElse(""));
  }

  public String word() {
    return outcome.label();
  }
}
