package io.goldenpath.schedule;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkippedRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes down what listeners are told, one line each. */
final class RecordingListener implements RunListener {

  private final List<String> lines = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private final List<SkippedRun> skips = new ArrayList<>();

  /** All lines since the last time. */
  synchronized List<String> read() {
    List<String> read = List.copyOf(lines);
    lines.clear();
    return read;
  }

  synchronized Run lastRun() {
    return runs.getLast();
  }

  synchronized SkippedRun lastSkip() {
    return skips.getLast();
  }

  @Override
  public synchronized void watching(List<Probe> probes) {
    lines.add("watching " + probes.stream().map(probe -> probe.target().name()).toList());
  }

  @Override
  public synchronized void started(RunInfo ticket, Duration lateness) {
    lines.add("started " + ticket.probe().target() + " late " + lateness.toMillis());
  }

  @Override
  public synchronized void finished(Run run) {
    runs.add(run);
    lines.add("finished " + run.probe().target() + " " + run.outcome().label());
  }

  @Override
  public synchronized void skipped(ProbeId probe, SkippedRun skipped) {
    lines.add("skipped " + probe.target() + " " + skipped.reason().label());
    skips.add(skipped);
  }
}
