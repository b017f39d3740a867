package io.goldenpath.incident;

import static io.goldenpath.model.run.SampleRuns.NOON;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Incidents of one probe, run by run and minute by minute, with what a store would keep of them
 * over restarts.
 */
final class IncidentsUnderTest {

  final Probe probe;
  final Map<String, Incident> stored = new LinkedHashMap<>();
  Instant now = NOON;
  VerdictBoard verdicts = verdicts();
  IncidentBoard board = board();
  private final Map<ProbeId, List<JudgedRun>> suspects = new HashMap<>();
  private final Map<String, Run> runs = new HashMap<>();
  private int number;

  IncidentsUnderTest(Probe probe) {
    this.probe = probe;
    watch(probe);
  }

  /** A letter for each run, {@code R} for a restart in between, {@code _} for ten minutes. */
  void play(String letters) {
    letters.chars().forEach(letter -> play((char) letter));
  }

  private void play(char letter) {
    if (letter == 'R') {
      restart();
    } else if (letter == '_') {
      now = now.plus(Duration.ofMinutes(10));
      verdicts.expireStale();
    } else if (letter != ' ') {
      finish(run(letter));
    }
  }

  Run run(char letter) {
    now = now.plus(Duration.ofMinutes(1));
    String id = String.valueOf(++number);
    return switch (letter) {
      case 'p' -> SampleRuns.passed(probe, id, now);
      case 'm' -> SampleRuns.missing(probe, id, now);
      case 's' -> SampleRuns.stalled(probe, id, now);
      case 'l' -> SampleRuns.late(probe, id, now);
      case 'b' -> SampleRuns.broken(probe, id, now);
      case 'x' -> SampleRuns.missing(probe, id, now).inMaintenance("patch window");
      case 'o' -> SampleRuns.passed(probe, id, now).inMaintenance("patch window");
      default -> throw new IllegalArgumentException("no run is called " + letter);
    };
  }

  void finish(Run run) {
    runs.put(run.id(), run);
    verdicts.finished(run);
    board.finished(run);
    store();
  }

  void watch(Probe... probes) {
    verdicts.watching(List.of(probes));
    board.watching(List.of(probes));
    store();
  }

  void restart() {
    Map<ProbeId, String> saved =
        verdicts.saved(probe.id()).map(text -> Map.of(probe.id(), text)).orElse(Map.of());
    begin();
    verdicts.restore(saved, id -> Optional.ofNullable(runs.get(id)));
    restoreIncidents();
    watch(probe);
  }

  /** A restart whose store is away, so that it begins with nothing. */
  void restartWithoutStore() {
    begin();
    verdicts.watching(List.of(probe));
    board.watching(List.of(probe));
  }

  void restoreIncidents() {
    board.restore(
        stored.values().stream().filter(incident -> incident.end() == null).toList(),
        suspects,
        NOON);
    store();
  }

  /** What waits is stored. */
  void store() {
    IncidentBoard.Changes changes = board.changes();
    changes.incidents().forEach(incident -> stored.put(incident.id(), incident));
    changes
        .suspects()
        .forEach((id, last) -> {
          suspects.put(id, last);
          if (last.isEmpty()) {
            suspects.remove(id);
          }
        });
    board.stored(changes);
  }

  /** "down 2-3 of 2, 12:02 to 12:04 recovered: missing_event", for each that is stored. */
  String told() {
    return stored.values().stream()
        .sorted(Comparator.comparing(Incident::startedAt))
        .map(IncidentsUnderTest::told)
        .collect(Collectors.joining(" | "));
  }

  private static String told(Incident incident) {
    IncidentRuns runs = incident.runs();
    return "%s %s-%s of %d, %s to %s: %s"
        .formatted(
            incident.severity().label(),
            runs.first(),
            runs.last(),
            runs.bad(),
            minute(incident.startedAt()),
            incident.end() == null
                ? "now"
                : minute(incident.end().at()) + " " + incident.state().label(),
            causes(incident));
  }

  private static String causes(Incident incident) {
    return incident.causes().listed().stream()
        .map(cause -> cause.kind() + (cause.step() == null ? "" : " " + cause.step()))
        .collect(Collectors.joining(", "));
  }

  private static String minute(@Nullable Instant at) {
    return String.valueOf(at).substring(11, 16);
  }

  private void begin() {
    verdicts = verdicts();
    board = board();
  }

  private VerdictBoard verdicts() {
    return new VerdictBoard(() -> now, List.of());
  }

  private IncidentBoard board() {
    return new IncidentBoard(
        verdicts, (target, at) -> Optional.of(target + "-" + minute(at)), () -> now);
  }
}
