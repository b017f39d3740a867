package io.goldenpath.history.recording;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.run.VerdictListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes an entry of each finished run, compressed, for the writer to store. Must hear of a run
 * after those who judge it.
 */
public final class RunRecorder implements RunListener, VerdictListener {

  private final WaitingRuns waiting;
  private final boolean withFrames;
  private final Map<ProbeId, ProbeRecord> probes = new ConcurrentHashMap<>();

  public RunRecorder(WaitingRuns waiting, boolean withFrames) {
    this.waiting = waiting;
    this.withFrames = withFrames;
  }

  @Override
  public void watching(List<Probe> watched) {
    probes.keySet().retainAll(watched.stream().map(Probe::id).toList());
  }

  @Override
  public void changed(VerdictChange change) {
    record(change.probe()).changed(change.after(), change.since());
  }

  @Override
  public void finished(Run run) {
    waiting.add(record(run.probe()).entry(run, withFrames));
  }

  private ProbeRecord record(ProbeId probe) {
    return probes.computeIfAbsent(probe, _ -> new ProbeRecord());
  }
}
