package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.strip.Station;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StripViewTests {

  private static final Probe PROBE = SampleRuns.probe("staging");
  private static final double WIDE = 980;
  private static final double MEDIUM = 560;
  private static final double LETTER = 7.6;

  static Stream<PathStrip> strips() {
    return Stream.concat(
        Stream.of(PathStrip.waiting(PROBE)),
        Stream.of(
                SampleRuns.passed(PROBE, "a", NOON),
                SampleRuns.late(PROBE, "b", NOON),
                SampleRuns.missing(PROBE, "c", NOON),
                SampleRuns.stalled(PROBE, "d", NOON),
                SampleRuns.refused(PROBE, "e", NOON),
                SampleRuns.broken(PROBE, "f", NOON))
            .map(StripViewTests::strip));
  }

  @ParameterizedTest
  @MethodSource("strips")
  void keepsLabelsOfOneRowApart(PathStrip strip) {
    List<StripView.StationView> stations = StripView.of(strip).stations();

    for (int i = 2; i < stations.size(); i++) {
      double half = (width(stations.get(i - 2)) + width(stations.get(i))) / 2;
      assertThat(distance(stations, i - 2, i, StripView.StationView::wide, WIDE))
          .isGreaterThan(half);
      assertThat(distance(stations, i - 2, i, StripView.StationView::medium, MEDIUM))
          .isGreaterThan(half);
    }
  }

  @ParameterizedTest
  @MethodSource("strips")
  void hangsLowerLabelsBetweenUpperOnes(PathStrip strip) {
    List<StripView.StationView> stations = StripView.of(strip).stations();

    for (int i = 1; i < stations.size(); i++) {
      double half = width(stations.get(i % 2 == 0 ? i : i - 1)) / 2;
      assertThat(distance(stations, i - 1, i, StripView.StationView::wide, WIDE))
          .isGreaterThan(half);
      assertThat(distance(stations, i - 1, i, StripView.StationView::medium, MEDIUM))
          .isGreaterThan(half);
    }
  }

  @ParameterizedTest
  @MethodSource("strips")
  void staysOnTheLine(PathStrip strip) {
    assertThat(StripView.of(strip).stations())
        .flatExtracting(
            station -> share(station.wide().at()),
            station -> share(station.wide().label()),
            station -> share(station.medium().label()))
        .allSatisfy(share -> assertThat((double) share).isBetween(0.0, 1.0));
  }

  @Test
  void marksTheStationThatTheRunIsJudgedBy() {
    StripView strip = StripView.of(strip(SampleRuns.missing(PROBE, "a", NOON)));

    assertThat(strip.stations())
        .filteredOn(StripView.StationView::blamed)
        .singleElement()
        .satisfies(station -> {
          assertThat(station.on().label()).isEqualTo("agent_thinking");
          assertThat(station.on().state()).isEqualTo(Station.State.FAILED);
          assertThat(station.timing()).isEqualTo("never");
        });
  }

  @Test
  void marksNothingOnAPathThatWorks() {
    StripView strip = StripView.of(strip(SampleRuns.passed(PROBE, "a", NOON)));

    assertThat(strip.stations()).noneMatch(StripView.StationView::blamed);
  }

  @Test
  void tellsThePathToThoseWhoCannotSeeIt() {
    assertThat(StripView.of(strip(SampleRuns.refused(PROBE, "a", NOON))).summary())
        .startsWith("login passed, 41 ms; connect failed, 24 ms; welcome skipped; send skipped;");
  }

  private static PathStrip strip(Run run) {
    return PathStrip.ofWorstUser(PROBE, run);
  }

  private static double width(StripView.StationView station) {
    return LETTER * Math.max(station.on().label().length(), station.timing().length());
  }

  private static double distance(
      List<StripView.StationView> stations,
      int i,
      int j,
      Function<StripView.StationView, StripView.Position> line,
      double length) {
    return length
        * (share(line.apply(stations.get(j)).label()) - share(line.apply(stations.get(i)).label()));
  }

  private static double share(String percent) {
    return Double.parseDouble(percent.replace("%", "")) / 100;
  }
}
