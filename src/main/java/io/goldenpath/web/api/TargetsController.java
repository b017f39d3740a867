package io.goldenpath.web.api;

import io.goldenpath.model.run.RunInfo;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is watched and how it stands. */
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
    List<RunInfo> inFlight = schedule.inFlight();
    return new TargetsJson(board.states().stream().map(state -> target(state, inFlight)).toList());
  }

  private static TargetJson target(ProbeState state, List<RunInfo> inFlight) {
    return TargetJson.of(
        state,
        inFlight.stream()
            .filter(ticket -> ticket.probe().equals(state.probe().id()))
            .findFirst()
            .orElse(null));
  }
}
