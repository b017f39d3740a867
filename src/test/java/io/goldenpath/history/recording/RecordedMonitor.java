package io.goldenpath.history.recording;

import io.goldenpath.history.store.RunStore;
import io.goldenpath.incident.Incident;
import io.goldenpath.incident.IncidentBoard;
import io.goldenpath.incident.storage.IncidentStorage;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What is believed of three probes: one that works, one that never does, and one that fails for 0.9
 * s and works for as long, at 100 runs a second.
 */
final class RecordedMonitor {

  static final List<Probe> PROBES = List.of(probe("demo"), probe("shop"), probe("lab"));

  private static final int PHASE = 90;

  final VerdictBoard verdicts = new VerdictBoard(InstantSource.system(), List.of());
  final IncidentBoard incidents =
      new IncidentBoard(verdicts, (_, _) -> Optional.empty(), InstantSource.system());
  final IncidentStorage storage =
      new IncidentStorage(
          incidents, Duration.ofDays(400), InstantSource.system(), Stopwatch.SYSTEM);

  /** As a new process has it from the store. */
  static RecordedMonitor restored(RunStore store) {
    RecordedMonitor monitor = new RecordedMonitor();
    monitor.storage.restore(store);
    monitor.begin(store);
    return monitor;
  }

  /** Verdicts as the store has them, which has restored the incidents already. */
  void begin(RunStore store) {
    verdicts.restore(store.verdicts(), store::find);
    verdicts.watching(PROBES);
    incidents.watching(PROBES);
  }

  void finished(Run run) {
    verdicts.finished(run);
    incidents.finished(run);
  }

  /** All that have changed since the start. */
  List<Incident> changed() {
    return incidents.changes().incidents();
  }

  /** The run of this number, which says by itself whether it is good. */
  static Run run(String prefix, long number) {
    Probe probe = PROBES.get((int) (number % PROBES.size()));
    String id = prefix + number;
    boolean good =
        switch (probe.target().name()) {
          case "demo" -> true;
          case "shop" -> number / PHASE % 2 == 0;
          default -> false;
        };
    return good
        ? SampleRuns.passed(probe, id, Instant.now())
        : SampleRuns.missing(probe, id, Instant.now());
  }

  private static Probe probe(String target) {
    return SampleRuns.withVerdict(SampleRuns.probe(target), VerdictPolicy.DEFAULT);
  }
}
