package io.goldenpath.schedule;

import io.goldenpath.probe.Probe;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunListener;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.SkipReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes down what listeners are told, one line each. */
final class Notebook implements RunListener {

  private final List<String> lines = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();

  /** All lines since the last time. */
  synchronized List<String> read() {
    List<String> read = List.copyOf(lines);
    lines.clear();
    return read;
  }

  synchronized Run lastRun() {
    return runs.getLast();
  }

  @Override
  public synchronized void watching(List<Probe> probes) {
    lines.add("watching " + probes.stream().map(probe -> probe.target().name()).toList());
  }

  @Override
  public synchronized void started(RunTicket ticket, Duration lateness) {
    lines.add("started " + ticket.probe().target() + " late " + lateness.toMillis());
  }

  @Override
  public synchronized void finished(Run run) {
    runs.add(run);
    lines.add("finished " + run.probe().target() + " " + run.outcome().label());
  }

  @Override
  public synchronized void skipped(ProbeId probe, SkipReason reason) {
    lines.add("skipped " + probe.target() + " " + reason.label());
  }
}
