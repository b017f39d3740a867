package io.goldenpath.web.page.probe;

import io.goldenpath.history.trend.ProbeTrend;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.regression.RegressionBoard;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.page.PageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What happened in a range of time beside the runs: releases, regressions that are open, and
 * maintenance as the runs shown saw it.
 */
record TrendMarkers(List<Marker> all) {

  private static final int MOST = 20;

  /**
   * One of them.
   *
   * @param kind {@code release}, {@code regression} or {@code maintenance}.
   * @param x Its place in the strip, in percent.
   * @param width How much of the strip it takes, in percent; null for a moment.
   * @param link A page about it; null where there is none.
   */
  record Marker(
      String kind,
      PageFormat.TimeView at,
      String x,
      @Nullable String width,
      String text,
      @Nullable String link) {}

  /** Where they are known. */
  @Component
  record Source(RegressionBoard releases, VerdictBoard board) {

    /** The newest first. */
    TrendMarkers of(ProbeTrend trend, ProbeId probe) {
      Axis axis = Axis.of(trend);
      Stream<Event> released =
          releases.markers(probe.target()).stream()
              .map(marker ->
                  new Event(
                      "release",
                      marker.at(),
                      null,
                      marker.release(),
                      marker.link() == null ? null : marker.link().toString()));
      Stream<Event> changed =
          board.regressions(probe).open().stream()
              .map(found ->
                  new Event(
                      "regression",
                      found.first().at(),
                      null,
                      found.kind().label() + ": " + found.change(),
                      "/runs/" + found.first().run()));
      return new TrendMarkers(
          Stream.of(released, changed, maintenance(trend.samples()).stream())
              .flatMap(events -> events)
              .filter(axis::shows)
              .sorted(Comparator.comparing(Event::at).reversed())
              .limit(MOST)
              .map(axis::place)
              .toList());
    }
  }

  private record Event(
      String kind, Instant at, @Nullable Instant until, String text, @Nullable String link) {}

  /** One of each row of runs that were in the same. */
  private static List<Event> maintenance(List<Run> runs) {
    List<Event> found = new ArrayList<>();
    String before = null;
    for (Run run : runs) {
      String why = run.maintenance();
      if (why != null && why.equals(before)) {
        Event last = found.removeLast();
        found.add(new Event(last.kind(), last.at(), run.endedAt(), why, null));
      } else if (why != null) {
        found.add(new Event("maintenance", run.info().startedAt(), run.endedAt(), why, null));
      }
      before = why;
    }
    return found;
  }

  private record Axis(Instant from, Duration length, PageFormat format) {

    static Axis of(ProbeTrend trend) {
      return new Axis(trend.from(), trend.range().length(), new PageFormat(trend.until()));
    }

    boolean shows(Event event) {
      return !event.at().isBefore(from);
    }

    Marker place(Event event) {
      Instant until = event.until();
      return new Marker(
          event.kind(),
          format.minute(event.at()),
          share(Duration.between(from, event.at())),
          until == null ? null : share(Duration.between(event.at(), until)),
          event.text(),
          event.link());
    }

    private String share(Duration time) {
      return OutcomeStrip.percent(100.0 * time.toMillis() / length.toMillis());
    }
  }
}
