package io.goldenpath.web.page.status;

import io.goldenpath.history.RunHistory;
import io.goldenpath.history.overview.ProbeOverview;
import io.goldenpath.history.overview.ProbeOverviews;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.web.page.PageFormat;
import io.goldenpath.web.page.ProbeCardView;
import io.goldenpath.web.page.status.StatusRow.NextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes rows of what is known of probes. */
@Component
record StatusRows(
    ProbeCardView.Source cards,
    RowSentence sentences,
    RowMutes mutes,
    RunHistory history,
    Schedule schedule,
    ProbeOverviews overviews) {

  /** What is asked once for all rows. */
  private record Present(
      PageFormat format, Map<ProbeId, ProbeOverview> overviews, Set<ProbeId> running) {}

  /** In their order; the first that are not up are unfolded, so many at most. */
  List<StatusRow> of(List<ProbeState> states, int unfolded, PageFormat format) {
    Set<ProbeId> running =
        schedule.inFlight().stream().map(RunInfo::probe).collect(Collectors.toSet());
    Present present = new Present(format, overviews.all(), running);
    List<StatusRow> rows = new ArrayList<>();
    int drawn = 0;
    for (ProbeState state : states) {
      StatusRow row = row(state, present);
      boolean draws = row.unfolds() && drawn < unfolded;
      drawn += draws ? 1 : 0;
      rows.add(draws ? row.unfold(cards.of(state)) : row);
    }
    return rows;
  }

  private StatusRow row(ProbeState state, Present present) {
    ProbeId probe = state.probe().id();
    List<Run> kept = history.runs(probe);
    ProbeOverview overview = present.overviews().getOrDefault(probe, ProbeOverview.EMPTY);
    return new StatusRow(
        state,
        sentences.of(state, kept),
        DayBlocks.of(overview, kept, present.format().now()),
        RowFigures.of(overview, kept),
        mutes.of(probe, present.format()).orElse(null),
        next(probe, present),
        null);
  }

  private NextRun next(ProbeId probe, Present present) {
    return present.running().contains(probe)
        ? new NextRun(null, "now")
        : schedule
            .nextRun(probe)
            .map(at -> new NextRun(present.format().second(at), ""))
            .orElse(new NextRun(null, "on demand"));
  }
}
