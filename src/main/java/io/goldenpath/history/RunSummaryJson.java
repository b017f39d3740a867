package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Run as lists show it; what is not known while it runs is null. */
public record RunSummaryJson(
    @JsonUnwrapped RunInfoJson info,
    @JsonUnwrapped RunResultJson result,
    List<FindingJson> findings,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int moreFindings,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ConcurrencyJson concurrency) {

  private static final int MAX_FINDINGS = 20;

  /** With only the heaviest of many findings. */
  public static RunSummaryJson of(Run run) {
    return of(run, MAX_FINDINGS);
  }

  static RunSummaryJson inFull(Run run) {
    return of(run, Integer.MAX_VALUE);
  }

  private static RunSummaryJson of(Run run, int maxFindings) {
    FindingSummary findings = FindingSummary.of(run.findings(), maxFindings);
    return new RunSummaryJson(
        RunInfoJson.of(run.info()),
        RunResultJson.of(run),
        findings.shown().stream().map(FindingJson::of).toList(),
        findings.more(),
        ConcurrencySummary.of(run).map(ConcurrencyJson::of).orElse(null));
  }

  public static RunSummaryJson inFlight(RunInfo info) {
    return new RunSummaryJson(RunInfoJson.of(info), RunResultJson.NONE, List.of(), 0, null);
  }

  /** Id of a run, its probe, and who asked for it. */
  public record RunInfoJson(
      String id,
      String target,
      String journey,
      String location,
      String trigger,
      Instant startedAt) {

    static RunInfoJson of(RunInfo info) {
      return new RunInfoJson(
          info.id(),
          info.probe().target(),
          info.probe().journey().label(),
          info.location(),
          info.trigger().label(),
          info.startedAt().truncatedTo(ChronoUnit.MILLIS));
    }
  }

  /** Outcome and times of a run. */
  public record RunResultJson(
      @Nullable String outcome,
      @Nullable Double durationSeconds,
      @Nullable Double firstEventSeconds,
      @Nullable Double answerSeconds) {

    /** Keeps the keys in the JSON of a run that has not ended. */
    static final RunResultJson NONE = new RunResultJson(null, null, null, null);

    static RunResultJson of(Run run) {
      return new RunResultJson(
          run.outcome().label(),
          JsonSeconds.of(run.duration()),
          run.timeToFirstEvent().map(JsonSeconds::of).orElse(null),
          run.timeToAnswer().map(JsonSeconds::of).orElse(null));
    }
  }
}
