package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as lists show it; what is not known while it runs is null. */
public record RunSummaryJson(
    String id,
    String target,
    String journey,
    String location,
    String trigger,
    @Nullable String outcome,
    Instant startedAt,
    @Nullable Double durationSeconds,
    @Nullable Double firstEventSeconds,
    @Nullable Double answerSeconds,
    List<FindingJson> findings,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int moreFindings,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ConcurrencyJson concurrency) {

  private static final int MAX_FINDINGS = 20;

  /** A finished run as lists show it: of many findings the heaviest. */
  public static RunSummaryJson of(Run run) {
    return of(run, MAX_FINDINGS);
  }

  /** A finished run with all its findings. */
  static RunSummaryJson inFull(Run run) {
    return of(run, Integer.MAX_VALUE);
  }

  private static RunSummaryJson of(Run run, int most) {
    FindingSummary findings = FindingSummary.of(run.findings(), most);
    RunInfo ticket = run.info();
    return new RunSummaryJson(
        run.id(),
        ticket.probe().target(),
        ticket.probe().journey().label(),
        ticket.location(),
        ticket.trigger().label(),
        run.outcome().label(),
        ticket.startedAt().truncatedTo(ChronoUnit.MILLIS),
        JsonSeconds.of(run.duration()),
        run.timeToFirstEvent().map(JsonSeconds::of).orElse(null),
        run.timeToAnswer().map(JsonSeconds::of).orElse(null),
        findings.shown().stream().map(FindingJson::of).toList(),
        findings.more(),
        ConcurrencySummary.of(run).map(ConcurrencyJson::of).orElse(null));
  }

  /** What is known of a run that has not ended. */
  public static RunSummaryJson inFlight(RunInfo ticket) {
    return new RunSummaryJson(
        ticket.id(),
        ticket.probe().target(),
        ticket.probe().journey().label(),
        ticket.location(),
        ticket.trigger().label(),
        null,
        ticket.startedAt().truncatedTo(ChronoUnit.MILLIS),
        null,
        null,
        null,
        List.of(),
        0,
        null);
  }
}
