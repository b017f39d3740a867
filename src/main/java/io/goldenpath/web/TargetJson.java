package io.goldenpath.web;

import io.goldenpath.history.RunSummaryJson;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.verdict.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How one probe stands. */
record TargetJson(
    String target,
    String journey,
    String verdict,
    Instant since,
    String why,
    @Nullable RunSummaryJson lastRun,
    @Nullable String runInFlight) {

  static TargetJson of(Standing standing, @Nullable RunTicket inFlight) {
    Run last = standing.lastRun();
    return new TargetJson(
        standing.probe().id().target(),
        standing.probe().id().journey().label(),
        standing.verdict().label(),
        standing.since().truncatedTo(ChronoUnit.MILLIS),
        standing.why(),
        last == null ? null : RunSummaryJson.of(last),
        inFlight == null ? null : inFlight.id());
  }
}
