package io.goldenpath.web.page;

import io.goldenpath.history.RunHistory;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
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
    ServiceView.Source services,
    PageNotices notices,
    IncidentsView.Source incidents,
    InstantSource clock) {

  /** Says as well when changed settings were refused, and why. */
  @GetMapping("/")
  ModelAndView status() {
    List<ProbeState> states = board.states();
    return page("status", states)
        .addObject("cards", states.stream().map(this::card).toList())
        .addObject("exposed", notices.exposed())
        .addObject("refusal", notices.refusal().orElse(null))
        .addObject("settingsSince", notices.settingsSince())
        .addObject("shortened", notices.shortened())
        .addObject("removedTargets", board.removedTargets());
  }

  @GetMapping("/targets/{target}/{journey}")
  ModelAndView probe(@PathVariable String target, @PathVariable String journey) {
    return JourneyKind.of(journey)
        .flatMap(kind -> board.state(new ProbeId(target, kind)))
        .map(this::probe)
        .orElseGet(() -> ErrorPageController.page(HttpStatus.NOT_FOUND, "Probe not found"));
  }

  private ModelAndView probe(ProbeState state) {
    return page("probe", List.of(state))
        .addObject("card", card(state))
        .addObject("incidents", incidents.of(state.probe().id()))
        .addObject("runs", history.runs(state.probe().id()))
        .addObject("release", notices.release(state.probe().target().name()).orElse(null))
        .addObject("shortened", notices.shortened());
  }

  private ProbeCardView card(ProbeState state) {
    ProbeId probe = state.probe().id();
    return ProbeCardView.of(state, board, services.of(probe), history.runs(probe));
  }

  private ModelAndView page(String view, List<ProbeState> states) {
    PageFormat format = new PageFormat(clock.instant());
    long maintained =
        states.stream()
            .filter(state -> services.of(state.probe().id()).maintenance() != null)
            .count();
    return page(view)
        .addObject(
            "headline", Headline.of(states, format).withMaintenance(maintained, states.size()));
  }

  private ModelAndView page(String view) {
    return new ModelAndView(view, "format", new PageFormat(clock.instant()));
  }
}
