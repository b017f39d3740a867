package io.goldenpath.incident;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.run.Run;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reason for an incident. Two are the same when kind, step and event are, whatever their words.
 *
 * @param kind Label of a finding's kind, or of a regression's.
 * @param step Null for a regression.
 * @param since When the first run with it began.
 * @param firstRun Id of that run.
 */
public record IncidentCause(
    String kind,
    @Nullable String step,
    @Nullable String event,
    String message,
    Instant since,
    String firstRun) {

  private static final int MAX_MESSAGE = 500;

  static IncidentCause of(Finding finding, Run run) {
    return new IncidentCause(
        finding.kind().label(),
        finding.step().label(),
        finding.event(),
        Excerpt.of(finding.message(), MAX_MESSAGE),
        run.info().startedAt(),
        run.id());
  }

  static IncidentCause of(Regression regression) {
    return new IncidentCause(
        regression.kind().label(),
        null,
        regression.event(),
        Excerpt.of(regression.change(), MAX_MESSAGE),
        regression.first().at(),
        regression.first().run());
  }

  boolean same(IncidentCause other) {
    return kind.equals(other.kind)
        && Objects.equals(step, other.step)
        && Objects.equals(event, other.event);
  }
}
