package io.goldenpath.web.run;

import io.goldenpath.history.RunSearch;
import io.goldenpath.model.run.Run;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.page.ErrorPageController;
import io.goldenpath.web.page.PageFormat;
import io.goldenpath.web.page.PageNotices;
import io.goldenpath.web.page.StripView;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a run, or that it is in flight. */
@Controller
record RunPageController(
    VerdictBoard board,
    RunSearch search,
    Schedule schedule,
    NeighbouringRuns.Source neighbours,
    PageNotices notices,
    InstantSource clock) {

  /**
   * What a reader wants to see of a run.
   *
   * @param compare Id of the run to compare with; null for the last that passed before.
   * @param zero {@code start} where times count from the run's start; null for the message.
   */
  record Wish(@Nullable String compare, @Nullable String zero) {

    boolean fromStart() {
      return "start".equals(zero);
    }
  }

  @GetMapping("/runs/{id}")
  ModelAndView run(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String compare,
      @RequestParam(required = false) @Nullable String zero) {
    return search
        .find(id)
        .flatMap(
            run -> board.state(run.probe()).map(state -> run(run, state, new Wish(compare, zero))))
        .or(() -> schedule.inFlight(id).map(info -> page("running").addObject("run", info)))
        .orElseGet(() -> ErrorPageController.page(HttpStatus.NOT_FOUND, "Run not found"));
  }

  private ModelAndView run(Run run, ProbeState state, Wish wish) {
    NeighbouringRuns others = neighbours.of(run, wish.compare());
    Run compared = others.compared();
    return page("run")
        .addObject("run", run)
        .addObject("others", others)
        .addObject("fromStart", wish.fromStart())
        .addObject("compareWish", wish.compare())
        .addObject("traceLink", notices.trace(run.info()).orElse(null))
        .addObject(
            "comparedStrip",
            compared == null ? null : StripView.of(PathStrip.ofWorstUser(state.probe(), compared)))
        .addObject("view", RunDrawing.of(state.probe(), run, compared, wish.fromStart()));
  }

  private ModelAndView page(String view) {
    return new ModelAndView(view, "format", new PageFormat(clock.instant()));
  }
}
