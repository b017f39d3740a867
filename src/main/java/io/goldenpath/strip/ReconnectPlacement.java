package io.goldenpath.strip;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Placement of the reconnect on the path: among the events, not after the close. */
final class ReconnectPlacement {

  private ReconnectPlacement() {}

  /** {@code startedAt} counts from the run's start and is null where no reconnect began. */
  static List<Station> place(List<Station> stations, @Nullable Duration startedAt, Probe probe) {
    List<Station> reconnects =
        stations.stream().filter(station -> station.step() == Step.RECONNECT).toList();
    List<Station> placed = new ArrayList<>(stations);
    placed.removeAll(reconnects);
    boolean walked = startedAt != null && reconnects.stream().anyMatch(there -> there.at() != null);
    int place =
        walked ? after(placed, Objects.requireNonNull(startedAt)) : afterDisconnect(placed, probe);
    placed.addAll(place, reconnects);
    return placed;
  }

  private static int after(List<Station> stations, Duration startedAt) {
    int place = 0;
    for (int i = 0; i < stations.size(); i++) {
      Duration at = stations.get(i).at();
      if (at != null && at.compareTo(startedAt) <= 0) {
        place = i + 1;
      }
    }
    return place;
  }

  private static int afterDisconnect(List<Station> stations, Probe probe) {
    if (probe.script().spec() instanceof JourneySpec.Recovery recovery
        && recovery.disconnect() != JourneySpec.DisconnectMode.NONE) {
      List<String> labels = stations.stream().map(Station::label).toList();
      int cut = labels.indexOf(recovery.disconnectAfter());
      return cut < 0 ? stations.size() : cut + 1;
    }
    return stations.size();
  }
}
