package io.goldenpath.regression;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.regression.RegressionListener;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.Trigger;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Baselines and open regressions of all probes. */
public final class RegressionBoard implements RunListener {

  private static final Logger logger = LoggerFactory.getLogger(RegressionBoard.class);

  private static final int MAX_MARKERS = 1000;

  private final List<RegressionListener> listeners;
  private final Map<ProbeId, ProbeRegressions> probes = new LinkedHashMap<>();
  private final Map<ProbeId, BaselineSnapshot> kept = new HashMap<>();
  private final EarlyActions early = new EarlyActions();
  private List<ReleaseMarker> markers = List.of();
  private boolean restored;

  public RegressionBoard(List<RegressionListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public synchronized void watching(List<Probe> watched) {
    Map<ProbeId, ProbeRegressions> before = Map.copyOf(probes);
    probes.clear();
    for (Probe probe : watched) {
      ProbeRegressions known = before.get(probe.id());
      if (known != null && known.policy().equals(probe.regression())) {
        probes.put(probe.id(), known);
      } else {
        begin(probe, known != null);
      }
    }
  }

  private void begin(Probe probe, boolean anew) {
    ProbeRegressions begun = asKept(probe.id(), new ProbeRegressions(probe.regression()));
    probes.put(probe.id(), begun);
    if (anew || begun.state().learned() > 0) {
      tell(probe.id(), begun);
    }
  }

  @Override
  public void finished(Run run) {
    boolean usual = run.info().trigger() == Trigger.SCHEDULE && run.maintenance() == null;
    if (usual && run.succeeded() && run.measured()) {
      boolean passed = run.outcome() == Outcome.PASSED;
      RunProfile.of(run)
          .ifPresent(profile -> act(run.probe(), probe -> probe.ran(profile, passed)));
    }
  }

  /** Learns a probe anew: what is now is right. Empty where it is not watched. */
  public Optional<RegressionState> accept(ProbeId id) {
    return act(id, ProbeRegressions::accept);
  }

  /** A target has this release from now on; false where no target of that name is watched. */
  public synchronized boolean released(ReleaseMarker marker) {
    List<ProbeId> concerned =
        probes.keySet().stream().filter(id -> id.target().equals(marker.target())).toList();
    concerned.forEach(id -> act(id, probe -> probe.released(marker.release())));
    if (!concerned.isEmpty()) {
      add(List.of(marker));
    }
    return !concerned.isEmpty();
  }

  /** Newest first. */
  public synchronized List<ReleaseMarker> markers() {
    return markers;
  }

  /** Which release the target had at this moment; empty where no marker says it. */
  public Optional<String> release(String target, Instant at) {
    return markers().stream()
        .filter(marker -> marker.target().equals(target) && !marker.at().isAfter(at))
        .findFirst()
        .map(ReleaseMarker::release);
  }

  /** Newest first, of one target. */
  public synchronized List<ReleaseMarker> markers(String target) {
    return markers.stream().filter(marker -> marker.target().equals(target)).toList();
  }

  /** Whether what was kept over a restart has been read. */
  public synchronized boolean restored() {
    return restored;
  }

  /** How far each baseline has come. */
  public synchronized Map<ProbeId, BaselineVersion> versions() {
    return probes.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().version()));
  }

  /** Empty where the probe is not watched. */
  public synchronized Optional<BaselineSnapshot> snapshot(ProbeId id) {
    return Optional.ofNullable(probes.get(id)).map(ProbeRegressions::snapshot);
  }

  /** What was kept over a restart; what has happened since the start comes on top of it. */
  public synchronized void restore(
      Map<ProbeId, BaselineSnapshot> baselines, List<ReleaseMarker> older) {
    kept.putAll(baselines);
    for (Map.Entry<ProbeId, ProbeRegressions> entry : probes.entrySet()) {
      ProbeRegressions fresh = entry.getValue();
      ProbeRegressions restored = asKept(entry.getKey(), fresh);
      if (restored != fresh) {
        entry.setValue(restored);
        tell(entry.getKey(), restored);
      }
    }
    early.end();
    add(older);
    restored = true;
  }

  private ProbeRegressions asKept(ProbeId id, ProbeRegressions fresh) {
    BaselineSnapshot snapshot = kept.remove(id);
    if (snapshot == null) {
      return fresh;
    }
    if (!snapshot.fits(fresh.policy())) {
      logger.info("{} is learned anew: its regression settings have changed", id);
      return fresh;
    }
    ProbeRegressions restored = new ProbeRegressions(fresh.policy(), snapshot);
    early.repeat(id, restored);
    return restored;
  }

  private synchronized Optional<RegressionState> act(
      ProbeId id, Consumer<ProbeRegressions> action) {
    ProbeRegressions probe = probes.get(id);
    if (probe == null) {
      return Optional.empty();
    }
    action.accept(probe);
    early.add(id, action);
    tell(id, probe);
    return Optional.of(probe.state());
  }

  private void add(List<ReleaseMarker> more) {
    markers =
        Stream.concat(more.stream(), markers.stream())
            .distinct()
            .sorted(Comparator.comparing(ReleaseMarker::at).reversed())
            .limit(MAX_MARKERS)
            .toList();
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
