package io.goldenpath.regression;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.regression.RegressionListener;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.Trigger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Baselines and open regressions of all probes. */
public final class RegressionBoard implements RunListener {

  private static final Logger logger = LoggerFactory.getLogger(RegressionBoard.class);

  private static final int MAX_MARKERS = 1000;

  private final List<RegressionListener> listeners;
  private final Map<ProbeId, ProbeRegressions> probes = new LinkedHashMap<>();
  private final Deque<ReleaseMarker> markers = new ArrayDeque<>();

  public RegressionBoard(List<RegressionListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public synchronized void watching(List<Probe> watched) {
    Map<ProbeId, ProbeRegressions> kept = new LinkedHashMap<>();
    for (Probe probe : watched) {
      ProbeRegressions known = probes.get(probe.id());
      boolean same = known != null && known.policy().equals(probe.regression());
      kept.put(probe.id(), same ? known : new ProbeRegressions(probe.regression()));
    }
    kept.forEach((id, probe) -> {
      if (probes.containsKey(id) && !probe.equals(probes.get(id))) {
        tell(id, probe);
      }
    });
    probes.clear();
    probes.putAll(kept);
  }

  @Override
  public void finished(Run run) {
    boolean usual = run.info().trigger() == Trigger.SCHEDULE && run.maintenance() == null;
    if (usual && run.succeeded() && run.measured()) {
      RunProfile.of(run).ifPresent(profile -> judge(run, profile));
    }
  }

  private synchronized void judge(Run run, RunProfile profile) {
    ProbeRegressions probe = probes.get(run.probe());
    if (probe == null) {
      return;
    }
    probe.ran(profile, run.outcome() == Outcome.PASSED);
    tell(run.probe(), probe);
  }

  /** Learns a probe anew: what is now is right. Empty where it is not watched. */
  public synchronized Optional<RegressionState> accept(ProbeId id) {
    ProbeRegressions probe = probes.get(id);
    if (probe == null) {
      return Optional.empty();
    }
    probe.accept();
    tell(id, probe);
    return Optional.of(probe.state());
  }

  /** A target has this release from now on; false where no target of that name is watched. */
  public synchronized boolean released(ReleaseMarker marker) {
    List<ProbeRegressions> concerned =
        probes.entrySet().stream()
            .filter(entry -> entry.getKey().target().equals(marker.target()))
            .map(Map.Entry::getValue)
            .toList();
    concerned.forEach(probe -> probe.released(marker.release()));
    if (!concerned.isEmpty()) {
      markers.addFirst(marker);
      if (markers.size() > MAX_MARKERS) {
        markers.removeLast();
      }
    }
    return !concerned.isEmpty();
  }

  /** Newest first. */
  public synchronized List<ReleaseMarker> markers() {
    return List.copyOf(markers);
  }

  private void tell(ProbeId id, ProbeRegressions probe) {
    for (RegressionListener listener : listeners) {
      try {
        listener.changed(id, probe.state());
      } catch (RuntimeException | Error failure) {
        logger.warn("Listener {} failed", listener.getClass().getSimpleName(), failure);
      }
    }
  }
}
