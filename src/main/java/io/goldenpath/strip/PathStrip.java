package io.goldenpath.strip;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.UserRun;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The path of one user as stations on one line, in the order in which they were passed: what pages
 * and the terminal draw.
 *
 * @param stations Each step, with the contract's events in the place of {@code events}.
 */
public record PathStrip(int slot, List<Station> stations) {

  public PathStrip {
    stations = List.copyOf(stations);
  }

  /** The path before the first run has ended. */
  public static PathStrip waiting(Probe probe) {
    List<Station> stations = PathProgress.notStarted(probe, List.of()).stations();
    return new PathStrip(1, stations.stream().map(Station::waiting).toList());
  }

  /** The paths of these users of a run; one without any progress where there are none. */
  public static List<PathStrip> of(Probe probe, Run run, List<UserRun> users) {
    return users.isEmpty()
        ? List.of(new PathStrip(1, PathProgress.notStarted(probe, run.findings()).stations()))
        : users.stream()
            .map(user -> new PathStrip(user.slot(), PathProgress.of(probe, run, user).stations()))
            .toList();
  }

  /** The path of the user who met the worst of the run, or else was answered last. */
  public static PathStrip ofWorstUser(Probe probe, Run run) {
    return of(probe, run, ShownUsers.of(run, 1).shown()).getFirst();
  }

  /** The station with the heaviest fault, the earliest of equals. */
  public Optional<Station> worstStation() {
    return stations.stream()
        .filter(station -> station.fault().isPresent())
        .min(
            Comparator.comparing(station -> station.fault().orElseThrow(), Finding.HEAVIEST_FIRST));
  }

  /** Positions from 0 to 1: to scale, moved only as far as it takes to keep the gap. */
  public List<Double> positions(double gap) {
    return positions(Collections.nCopies(Math.max(0, stations.size() - 1), gap));
  }

  /** The same, with a gap of its own between each station and the next. */
  public List<Double> positions(List<Double> gaps) {
    return StripLayout.positions(stations, gaps);
  }
}
