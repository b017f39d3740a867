package io.goldenpath.web;

import io.goldenpath.history.RunMemory;
import io.goldenpath.probe.JourneyKind;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.Standing;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages for people. */
@Controller
final class PagesController {

  private final VerdictBoard board;
  private final RunMemory memory;
  private final Schedule schedule;
  private final InstantSource clock;

  PagesController(VerdictBoard board, RunMemory memory, Schedule schedule, InstantSource clock) {
    this.board = board;
    this.memory = memory;
    this.schedule = schedule;
    this.clock = clock;
  }

  @GetMapping("/")
  ModelAndView status() {
    List<Standing> standings = board.standings();
    Instant now = clock.instant();
    List<CardView> cards = standings.stream().map(standing -> card(standing, now)).toList();
    return new ModelAndView("status", "page", new StatusView(Headline.of(standings, now), cards));
  }

  @GetMapping("/targets/{target}/{journey}")
  ModelAndView probe(@PathVariable String target, @PathVariable String journey) {
    Instant now = clock.instant();
    return JourneyKind.of(journey)
        .flatMap(kind -> board.standing(new ProbeId(target, kind)))
        .map(standing -> probe(standing, now))
        .orElseGet(() -> unknown("No probe of this name is watched"));
  }

  @GetMapping("/runs/{id}")
  ModelAndView run(@PathVariable String id) {
    return memory
        .find(id)
        .flatMap(run -> board.standing(run.probe()).map(standing -> run(run, standing)))
        .or(() -> inFlight(id).map(this::running))
        .orElseGet(() -> unknown("No run of this id is kept"));
  }

  private ModelAndView probe(Standing standing, Instant now) {
    List<RunLine> runs =
        memory.runs(standing.probe().id()).stream().map(run -> RunLine.of(run, now)).toList();
    ModelAndView page = new ModelAndView("probe", "card", card(standing, now));
    page.addObject("headline", Headline.of(List.of(standing), now));
    page.addObject("runs", runs);
    return page;
  }

  private ModelAndView run(Run run, Standing standing) {
    Optional<Run> good = memory.lastGood(run.probe()).filter(other -> !other.id().equals(run.id()));
    boolean kept = good.flatMap(other -> memory.find(other.id())).isPresent();
    return new ModelAndView(
        "run", "run", RunView.of(standing.probe(), run, good, kept, clock.instant()));
  }

  private ModelAndView running(RunTicket ticket) {
    ModelAndView page = new ModelAndView("running", "id", ticket.id());
    page.addObject("probe", ProbeView.of(ticket.probe()));
    page.addObject("started", TimeView.second(ticket.startedAt(), clock.instant()));
    return page;
  }

  private Optional<RunTicket> inFlight(String id) {
    return schedule.inFlight().stream().filter(ticket -> ticket.id().equals(id)).findFirst();
  }

  private CardView card(Standing standing, Instant now) {
    return CardView.of(standing, memory.runs(standing.probe().id()), now);
  }

  private static ModelAndView unknown(String what) {
    ModelAndView page = new ModelAndView("unknown", HttpStatus.NOT_FOUND);
    page.addObject("what", what);
    page.addObject("kept", RunMemory.CAPACITY);
    return page;
  }
}
