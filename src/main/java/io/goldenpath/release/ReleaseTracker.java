package io.goldenpath.release;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.regression.RegressionBoard;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes markers of the releases that runs see, where the settings say what tells a target's
 * release. Of other targets the last marker that was posted tells a run's release.
 */
public final class ReleaseTracker implements RunListener {

  private final RegressionBoard board;
  private final Map<String, SeenReleases> targets = new HashMap<>();

  public ReleaseTracker(RegressionBoard board) {
    this.board = board;
  }

  @Override
  public synchronized void watching(List<Probe> probes) {
    Set<String> telling =
        probes.stream()
            .map(Probe::target)
            .filter(target -> target.access().release() != null)
            .map(target -> target.name())
            .collect(Collectors.toSet());
    targets.keySet().retainAll(telling);
    telling.forEach(target -> targets.computeIfAbsent(target, SeenReleases::new));
  }

  @Override
  public synchronized void finished(Run run) {
    SeenRelease seen = run.release();
    SeenReleases target = targets.get(run.probe().target());
    if (seen == null || target == null) {
      return;
    }
    Instant at = run.info().startedAt();
    if (seen.name() == null) {
      target.unread(seen);
    } else if (board.restored()) {
      target.seen(seen.name(), at, board.markers(run.probe().target())).ifPresent(board::released);
    } else {
      target.seen(seen.name(), at);
    }
  }

  /** A run with the release that its target had, where the run itself could not see it. */
  public Run mark(Run run) {
    return tells(run.probe().target())
        ? run
        : board.markers(run.probe().target()).stream()
            .filter(marker -> !marker.at().isAfter(run.info().startedAt()))
            .findFirst()
            .map(ReleaseMarker::release)
            .map(release -> run.withRelease(SeenRelease.of(release)))
            .orElse(run);
  }

  private synchronized boolean tells(String target) {
    return targets.containsKey(target);
  }
}
