package io.goldenpath.web;

import io.goldenpath.probe.RunTicket;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.Standing;
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
    List<RunTicket> inFlight = schedule.inFlight();
    return new TargetsJson(
        board.standings().stream().map(standing -> target(standing, inFlight)).toList());
  }

  private static TargetJson target(Standing standing, List<RunTicket> inFlight) {
    return TargetJson.of(
        standing,
        inFlight.stream()
            .filter(ticket -> ticket.probe().equals(standing.probe().id()))
            .findFirst()
            .orElse(null));
  }
}
