package io.goldenpath.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the reconnect where on the path it is: in the midst of the events, not after the close. */
final class Reconnects {

  private Reconnects() {}

  /**
   * The same stations with the reconnect in its place.
   *
   * @param begun when it began, since the run's start; null where it did not
   */
  static List<Station> placed(List<Station> stations, @Nullable Duration begun, Probe probe) {
    List<Station> placed = new ArrayList<>();
    List<Station> reconnects = new ArrayList<>();
    for (Station station : stations) {
      (station.step() == Step.RECONNECT ? reconnects : placed).add(station);
    }
    boolean walked = begun != null && reconnects.stream().anyMatch(there -> there.at() != null);
    int place = walked ? after(placed, Objects.requireNonNull(begun)) : afterCut(placed, probe);
    placed.addAll(place, reconnects);
    return placed;
  }

  private static int after(List<Station> stations, Duration begun) {
    int place = 0;
    for (int i = 0; i < stations.size(); i++) {
      Duration at = stations.get(i).at();
      if (at != null && at.compareTo(begun) <= 0) {
        place = i + 1;
      }
    }
    return place;
  }

  /** Where the connection is meant to be lost; at the end where it is not. */
  private static int afterCut(List<Station> stations, Probe probe) {
    if (probe.plan().exercise() instanceof Exercise.Recovery recovery
        && recovery.cut() != Exercise.Cut.NONE) {
      List<String> labels = stations.stream().map(Station::label).toList();
      int cut = labels.indexOf(recovery.cutAfter());
      return cut < 0 ? stations.size() : cut + 1;
    }
    return stations.size();
  }
}
