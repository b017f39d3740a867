package io.goldenpath.web.run;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.strip.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several users beside each other: a row for each, a column for each station of the path. */
record UserMatrix(List<String> stations, List<Row> rows) {

  /**
   * One user.
   *
   * @param cells How far the user came at each station.
   * @param findings How many concern the user.
   */
  record Row(int slot, List<Cell> cells, String firstEvent, String answer, long findings) {}

  /** One user at one station. */
  record Cell(String station, String state, String timing) {}

  static UserMatrix of(List<PathStrip> strips, List<UserRun> users, List<Finding> findings) {
    List<String> stations = strips.getFirst().stations().stream().map(Station::label).toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      rows.add(row(stations, strips.get(i), users.get(i), findings));
    }
    return new UserMatrix(stations, rows);
  }

  private static Row row(
      List<String> stations, PathStrip strip, UserRun user, List<Finding> findings) {
    Map<String, Station> byLabel =
        strip.stations().stream()
            .collect(Collectors.toMap(Station::label, Function.identity(), (first, _) -> first));
    List<Cell> cells = stations.stream().map(label -> cell(label, byLabel.get(label))).toList();
    return new Row(
        user.slot(),
        cells,
        user.events().stream()
            .map(EventArrival::delay)
            .findFirst()
            .map(DurationText::of)
            .orElse("none"),
        user.timeToAnswer().map(DurationText::of).orElse("none"),
        findings.stream().filter(finding -> finding.slots().contains(user.slot())).count());
  }

  private static Cell cell(String label, @Nullable Station station) {
    return station == null
        ? new Cell(label, Station.State.SKIPPED.label(), "")
        : new Cell(label, station.state().label(), station.timing());
  }
}
