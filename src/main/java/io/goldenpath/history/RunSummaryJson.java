package io.goldenpath.history;

import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
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
    List<FindingJson> findings) {

  /** A finished run. */
  public static RunSummaryJson of(Run run) {
    RunTicket ticket = run.ticket();
    return new RunSummaryJson(
        run.id(),
        ticket.probe().target(),
        ticket.probe().journey().label(),
        ticket.location(),
        ticket.trigger().label(),
        run.outcome().label(),
        ticket.startedAt().truncatedTo(ChronoUnit.MILLIS),
        Seconds.of(run.duration()),
        run.firstEvent().map(Seconds::of).orElse(null),
        run.answer().map(Seconds::of).orElse(null),
        run.findings().stream().map(FindingJson::of).toList());
  }

  /** What is known of a run that has not ended. */
  public static RunSummaryJson inFlight(RunTicket ticket) {
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
        List.of());
  }
}
