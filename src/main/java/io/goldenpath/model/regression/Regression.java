package io.goldenpath.model.regression;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A lasting change of a probe's runs against those learned before. It never changes a run's
 * outcome.
 *
 * @param event Name of the contract's event, or {@code answer}.
 * @param change What changed, with numbers: "agent_thinking no longer comes (in 200 of 200 runs
 *     before)".
 * @param first The first run that showed it.
 */
public record Regression(
    RegressionKind kind, String event, Severity severity, String change, RunMark first) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /**
   * A run, and what came before it.
   *
   * @param release Release that the target had then; null where none is known.
   * @param lastGood Id of the last run that was as before; null where none was.
   */
  public record RunMark(
      String run, Instant at, @Nullable String release, @Nullable String lastGood) {}

  public Regression with(Severity changed) {
    return new Regression(kind, event, changed, change, first);
  }

  /** "since 14:02 UTC, release 1.8.3: agent_thinking no longer comes (…)". */
  public String sentence() {
    String release = first.release() == null ? "" : ", release " + first.release();
    return "since " + TIME.format(first.at()) + release + ": " + change;
  }
}
