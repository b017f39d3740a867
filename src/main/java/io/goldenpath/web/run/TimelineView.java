package io.goldenpath.web.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The time of one user as a waterfall: a row for each step, each phase of the connect, each event
 * and each wait of our own.
 *
 * @param end Where the axis ends, as a time.
 * @param zeroX Where the zero point lies.
 * @param zeroShare The same from 0 to 1.
 */
record TimelineView(List<TimelineRow> rows, String end, String zeroX, double zeroShare) {

  static final TimelineView EMPTY = new TimelineView(List.of(), "", "", 0);

  /** Id of the row that a finding belongs to. */
  Optional<String> rowOf(int finding) {
    return rows.stream()
        .filter(row -> row.findings().stream().anyMatch(found -> found.number() == finding))
        .map(TimelineRow::id)
        .findFirst();
  }

  /** Ids of the rows by the frames that brought what they show. */
  Map<Integer, String> rowsByFrame() {
    return rows.stream()
        .flatMap(row -> row.name().frames().stream().map(frame -> Map.entry(frame, row.id())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
  }

  /** Whether any row is a wait of our own. */
  public boolean waits() {
    return kinds().anyMatch(TimelineRow.Kind.WAIT::equals);
  }

  /** Whether any row has a limit on the axis. */
  public boolean limited() {
    return rows.stream().anyMatch(row -> !row.lane().limits().isEmpty());
  }

  private Stream<TimelineRow.Kind> kinds() {
    return rows.stream().map(row -> row.name().kind());
  }
}
