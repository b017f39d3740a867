package io.goldenpath.web.page;

import io.goldenpath.history.RunHistory;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.page.probe.ProbeFacts;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** HTML pages. */
@Controller
record PagesController(
    VerdictBoard board,
    RunHistory history,
    RunSearch search,
    Schedule schedule,
    ProbeCardView.Source cards,
    HeadlineSource headlines,
    PageNotices notices,
    IncidentsView.Source incidents,
    InstantSource clock) {

  @GetMapping("/targets/{target}/{journey}")
  ModelAndView probe(@PathVariable String target, @PathVariable String journey) {
    return JourneyKind.of(journey)
        .flatMap(kind -> board.state(new ProbeId(target, kind)))
        .map(this::probe)
        .orElseGet(() -> ErrorPageController.page(HttpStatus.NOT_FOUND, "Probe not found"));
  }

  private ModelAndView probe(ProbeState state) {
    return page("probe", List.of(state))
        .addObject("card", cards.of(state))
        .addObject("facts", facts(state.probe()))
        .addObject("incidents", incidents.of(state.probe().id()))
        .addObject("runs", history.runs(state.probe().id()))
        .addObject("release", notices.release(state.probe().target().name()).orElse(null))
        .addObject("shortened", notices.shortened());
  }

  private ProbeFacts facts(Probe probe) {
    return ProbeFacts.of(
        probe,
        history.runs(probe.id()),
        schedule.nextRun(probe.id()).orElse(null),
        history.lastGood(probe.id()).flatMap(good -> history.find(good.id())));
  }

  private ModelAndView run(Run run, ProbeState state) {
    Optional<Run> good =
        history.lastGood(run.probe()).filter(other -> !other.id().equals(run.id()));
    return page("run")
        .addObject("run", run)
        .addObject("traceLink", notices.trace(run.info()).orElse(null))
        .addObject("view", RunView.of(state.probe(), run, good));
  }

  private ModelAndView page(String view, List<ProbeState> states) {
    return page(view).addObject("headline", headlines.of(states));
  }

  private ModelAndView page(String view) {
    return new ModelAndView(view, "format", new PageFormat(clock.instant()));
  }
}
