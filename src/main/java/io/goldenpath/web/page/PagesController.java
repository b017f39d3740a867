package io.goldenpath.web.page;

import io.goldenpath.history.RunHistory;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.ProbeState;
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

/** HTML pages. */
@Controller
final class PagesController {

  private final VerdictBoard board;
  private final RunHistory history;
  private final Schedule schedule;
  private final InstantSource clock;

  PagesController(VerdictBoard board, RunHistory history, Schedule schedule, InstantSource clock) {
    this.board = board;
    this.history = history;
    this.schedule = schedule;
    this.clock = clock;
  }

  @GetMapping("/")
  ModelAndView status() {
    List<ProbeState> states = board.states();
    Instant now = clock.instant();
    List<ProbeCardView> cards = states.stream().map(state -> card(state, now)).toList();
    ModelAndView page = new ModelAndView("status", "headline", Headline.of(states, now));
    page.addObject("cards", cards);
    return page;
  }

  @GetMapping("/targets/{target}/{journey}")
  ModelAndView probe(@PathVariable String target, @PathVariable String journey) {
    Instant now = clock.instant();
    return JourneyKind.of(journey)
        .flatMap(kind -> board.state(new ProbeId(target, kind)))
        .map(state -> probe(state, now))
        .orElseGet(() -> ErrorPageController.page(HttpStatus.NOT_FOUND, "Probe not found"));
  }

  @GetMapping("/runs/{id}")
  ModelAndView run(@PathVariable String id) {
    return history
        .find(id)
        .flatMap(run -> board.state(run.probe()).map(state -> run(run, state)))
        .or(() -> schedule.inFlight(id).map(this::running))
        .orElseGet(() -> ErrorPageController.page(HttpStatus.NOT_FOUND, "Run not found"));
  }

  private ModelAndView probe(ProbeState state, Instant now) {
    List<RunSummaryView> runs =
        history.runs(state.probe().id()).stream().map(run -> RunSummaryView.of(run, now)).toList();
    ModelAndView page = new ModelAndView("probe", "card", card(state, now));
    page.addObject("headline", Headline.of(List.of(state), now));
    page.addObject("runs", runs);
    return page;
  }

  private ModelAndView run(Run run, ProbeState state) {
    Optional<Run> good =
        history.lastGood(run.probe()).filter(other -> !other.id().equals(run.id()));
    boolean stored = good.flatMap(other -> history.find(other.id())).isPresent();
    return new ModelAndView(
        "run", "run", RunView.of(state.probe(), run, good, stored, clock.instant()));
  }

  private ModelAndView running(RunInfo info) {
    ModelAndView page = new ModelAndView("running", "id", info.id());
    page.addObject("probe", ProbeView.of(info.probe()));
    page.addObject("started", TimeView.second(info.startedAt(), clock.instant()));
    return page;
  }

  private ProbeCardView card(ProbeState state, Instant now) {
    return ProbeCardView.of(state, history.runs(state.probe().id()), now);
  }
}
