package io.goldenpath.history.recording;

import io.goldenpath.history.store.RunEntry;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.run.VerdictListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Makes an entry of each finished run, compressed, for the writer to store. Must hear of a run
 * after those who judge it.
 */
public final class RunRecorder implements RunListener, VerdictListener {

  private final WaitingRuns waiting;
  private final boolean withFrames;
  private final Function<ProbeId, Optional<String>> verdicts;
  private final Map<ProbeId, ProbeRecord> probes = new ConcurrentHashMap<>();

  /** {@code verdicts} says what is believed of a probe, for the next start. */
  public RunRecorder(
      WaitingRuns waiting, boolean withFrames, Function<ProbeId, Optional<String>> verdicts) {
    this.waiting = waiting;
    this.withFrames = withFrames;
    this.verdicts = verdicts;
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
  public void restored(VerdictChange change) {
    record(change.probe()).restored(change.after());
  }

  @Override
  public void finished(Run run) {
    RunEntry entry = record(run.probe()).entry(run, withFrames);
    waiting.add(verdicts.apply(run.probe()).map(entry::withVerdict).orElse(entry));
  }

  private ProbeRecord record(ProbeId probe) {
    return probes.computeIfAbsent(probe, _ -> new ProbeRecord());
  }
}
