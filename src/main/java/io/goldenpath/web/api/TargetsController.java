package io.goldenpath.web.api;

import io.goldenpath.history.RunSummaryJson;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of the current states of all probes. */
@RestController
final class TargetsController {

  private final VerdictBoard board;
  private final Schedule schedule;

  TargetsController(VerdictBoard board, Schedule schedule) {
    this.board = board;
    this.schedule = schedule;
  }

  @GetMapping("/api/targets")
  TargetsJson targets() {
    return new TargetsJson(
        board.states().stream()
            .map(state -> TargetJson.of(state, schedule.inFlight(state.probe().id()).orElse(null)))
            .toList());
  }

  /** All probes, worst first. */
  record TargetsJson(List<TargetJson> targets) {}

  /** The current state of one probe. */
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
}
