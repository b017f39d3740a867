package io.goldenpath.web.api;

import io.goldenpath.history.RunSummaryJson;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.verdict.ProbeState;
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

  static TargetJson of(ProbeState state, @Nullable RunInfo inFlight) {
    Run last = state.lastRun();
    return new TargetJson(
        state.probe().id().target(),
        state.probe().id().journey().label(),
        state.verdict().label(),
        state.since().truncatedTo(ChronoUnit.MILLIS),
        state.reason(),
        last == null ? null : RunSummaryJson.of(last),
        inFlight == null ? null : inFlight.id());
  }
}
