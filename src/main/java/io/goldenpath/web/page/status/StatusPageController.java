package io.goldenpath.web.page.status;

import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.page.HeadlineSource;
import io.goldenpath.web.page.PageFormat;
import io.goldenpath.web.page.PageNotices;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The status page, and single rows of it for those who have it open. */
@Controller
record StatusPageController(
    VerdictBoard board,
    StatusRows rows,
    HeadlineSource headlines,
    PageNotices notices,
    InstantSource clock) {

  /** Strips of more would make the page long and heavy; the rest are drawn when asked for. */
  private static final int MOST_UNFOLDED = 5;

  private static final Comparator<ProbeState> ORDER =
      Comparator.comparing(ProbeState::verdict)
          .thenComparing(state -> state.probe().target().name())
          .thenComparing(state -> state.probe().journey());

  /** Says as well when changed settings were refused, and why. */
  @GetMapping("/")
  ModelAndView page() {
    List<ProbeState> states = states();
    return head("status", states)
        .addObject("rows", rows.of(states, MOST_UNFOLDED, format()))
        .addObject("demo", notices.demo())
        .addObject("exposed", notices.exposed())
        .addObject("refusal", notices.refusal().orElse(null))
        .addObject("settingsSince", notices.settingsSince())
        .addObject("shortened", notices.shortened())
        .addObject("removedTargets", board.removedTargets());
  }

  /** Rows of these probes, and what is said of all. */
  @GetMapping(path = "/", params = "probe")
  ModelAndView rows(@RequestParam Set<String> probe) {
    List<ProbeState> states = states();
    List<ProbeState> asked =
        states.stream().filter(state -> probe.contains(state.probe().id().toString())).toList();
    return head("rows", states).addObject("rows", rows.of(asked, asked.size(), format()));
  }

  private List<ProbeState> states() {
    return board.states().stream().sorted(ORDER).toList();
  }

  private ModelAndView head(String view, List<ProbeState> states) {
    return new ModelAndView(view, "format", format())
        .addObject("headline", headlines.of(states))
        .addObject("counts", StatusCounts.of(states));
  }

  private PageFormat format() {
    return new PageFormat(clock.instant());
  }
}
