package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Run as lists show it; what is not known while it runs is null. */
public record RunSummaryJson(
    @JsonUnwrapped RunInfo info,
    @JsonUnwrapped RunResultJson result,
    List<Finding> findings,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int moreFindings,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ConcurrencyJson concurrency) {

  private static final int MAX_FINDINGS = 20;

  /**
   * Outcome and times of a run.
   *
   * @param stalled How long the monitor stood still in it; null where it did not.
   * @param loginFailingSince Since when logins fail that reused tokens stood in for; null where
   *     none does.
   * @param maintenance Why the target was in maintenance; null where it was not.
   * @param release What the target ran; null where nobody knows it.
   */
  public record RunResultJson(
      @Nullable Outcome outcome,
      @Nullable Duration duration,
      @Nullable Duration firstEvent,
      @Nullable Duration answer,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Duration stalled,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant loginFailingSince,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String maintenance,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String release) {}

  /** With only the heaviest of many findings. */
  public static RunSummaryJson of(Run run) {
    return of(run, MAX_FINDINGS);
  }

  static RunSummaryJson of(Run run, int maxFindings) {
    FindingSummary findings = FindingSummary.of(run.findings(), maxFindings);
    return new RunSummaryJson(
        run.info(),
        new RunResultJson(
            run.outcome(),
            run.duration(),
            run.timeToFirstEvent().orElse(null),
            run.timeToAnswer().orElse(null),
            run.stalled().isZero() ? null : run.stalled(),
            run.loginFailingSince().orElse(null),
            run.maintenance(),
            run.releaseName().orElse(null)),
        findings.shown(),
        findings.more(),
        ConcurrencySummary.of(run).map(ConcurrencyJson::of).orElse(null));
  }

  public static RunSummaryJson inFlight(RunInfo info) {
    RunResultJson unknown = new RunResultJson(null, null, null, null, null, null, null, null);
    return new RunSummaryJson(info, unknown, List.of(), 0, null);
  }
}
