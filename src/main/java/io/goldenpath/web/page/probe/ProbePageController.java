package io.goldenpath.web.page.probe;

import io.goldenpath.history.RunHistory;
import io.goldenpath.history.trend.ProbeTrend;
import io.goldenpath.history.trend.ProbeTrends;
import io.goldenpath.history.trend.TrendRange;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.page.ErrorPageController;
import io.goldenpath.web.page.HeadlineSource;
import io.goldenpath.web.page.PageFormat;
import io.goldenpath.web.page.PageNotices;
import io.goldenpath.web.page.ProbeCardView;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one probe, and the figures that its charts draw. */
@Controller
record ProbePageController(
    VerdictBoard board,
    RunHistory history,
    ProbeTrends trends,
    Schedule schedule,
    ProbeCardView.Source cards,
    HeadlineSource headlines,
    PageNotices notices,
    TrendMarkers.Source markers,
    IncidentsView.Source incidents,
    RunListView.Source lists,
    InstantSource clock) {

  @GetMapping("/targets/{target}/{journey}")
  ModelAndView page(
      @PathVariable String target,
      @PathVariable String journey,
      @RequestParam Map<String, String> parameters) {
    return state(target, journey)
        .map(state -> page(state, parameters))
        .orElseGet(() -> ErrorPageController.page(HttpStatus.NOT_FOUND, "Probe not found"));
  }

  @GetMapping("/targets/{target}/{journey}/trend")
  ResponseEntity<TrendSeries> trend(
      @PathVariable String target,
      @PathVariable String journey,
      @RequestParam Map<String, String> parameters) {
    return ResponseEntity.of(
        state(target, journey)
            .map(ProbeState::probe)
            .map(probe -> TrendSeries.of(trend(probe, parameters), probe.limits())));
  }

  private Optional<ProbeState> state(String target, String journey) {
    return JourneyKind.of(journey).flatMap(kind -> board.state(new ProbeId(target, kind)));
  }

  private ModelAndView page(ProbeState state, Map<String, String> parameters) {
    Probe probe = state.probe();
    PageFormat format = new PageFormat(clock.instant());
    ProbeTrend trend = trend(probe, parameters);
    return new ModelAndView("probe", "format", format)
        .addObject("headline", headlines.of(List.of(state)))
        .addObject("card", cards.of(state))
        .addObject("facts", facts(probe))
        .addObject("trend", TrendView.of(trend, probe.limits(), format))
        .addObject("markers", markers.of(trend, probe.id()))
        .addObject("incidents", incidents.of(probe.id()))
        .addObject("list", lists.of(probe.id(), RunListFilter.of(parameters)))
        .addObject("release", notices.newestRelease(probe.id().target()).orElse(null))
        .addObject("shortened", notices.shortened());
  }

  private ProbeTrend trend(Probe probe, Map<String, String> parameters) {
    TrendRange range = TrendRange.of(parameters.getOrDefault("range", "")).orElse(TrendRange.DAY);
    return trends.of(probe.id(), range, history.runs(probe.id()));
  }

  private ProbeFacts facts(Probe probe) {
    return ProbeFacts.of(
        probe,
        history.runs(probe.id()),
        schedule.nextRun(probe.id()).orElse(null),
        history.lastGood(probe.id()).flatMap(good -> history.find(good.id())));
  }
}
