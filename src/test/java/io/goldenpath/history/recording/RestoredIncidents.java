package io.goldenpath.history.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.RunFilter;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.incident.Incident;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a killed process leaves behind, held against what its stored runs say: they are judged once
 * more, on top of what the process itself began with.
 */
final class RestoredIncidents {

  private static final int MANY = 10_000;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final RecordedMonitor all;
  private final RecordedMonitor early;
  private final List<Incident> before;

  private RestoredIncidents(RunStore store) {
    this.all = RecordedMonitor.restored(store);
    this.early = RecordedMonitor.restored(store);
    this.before = read(store);
  }

  /** What the next process begins with. */
  static RestoredIncidents of(RunStore store) {
    return new RestoredIncidents(store);
  }

  static List<Incident> read(RunStore store) {
    return store
        .client()
        .sql("SELECT details FROM goldenpath.incidents ORDER BY target, started_at")
        .query((row, _) -> MAPPER.readValue(row.getString(1), Incident.class))
        .list();
  }

  /**
   * Holds the store against the process that named its runs so: verdicts are those of the last
   * stored run, and of incidents at most what happened so lately is missing.
   */
  void check(RunStore store, String prefix, Duration lately) {
    List<Run> runs = stored(store, prefix);
    Instant cutoff =
        runs.isEmpty() ? Instant.EPOCH : runs.getLast().info().startedAt().minus(lately);
    runs.forEach(all::finished);
    runs.stream().filter(run -> run.info().startedAt().isBefore(cutoff)).forEach(early::finished);
    List<Incident> after = read(store);

    for (Probe probe : RecordedMonitor.PROBES) {
      assertThat(verdict(Optional.ofNullable(store.verdicts().get(probe.id()))))
          .isEqualTo(verdict(all.verdicts.saved(probe.id())));
    }
    before.stream()
        .filter(incident -> incident.end() != null)
        .forEach(over -> assertThat(after).contains(over));
    early.changed().forEach(incident -> checkKept(incident, after));
    after.stream()
        .filter(incident -> incident.startedAt().isBefore(cutoff))
        .forEach(incident -> assertThat(known(incident)).as("%s", incident).isTrue());
    checkOneAtATime(after);
    System.out.printf(
        "killed %s: %d runs stored, %d incidents%n", prefix, runs.size(), after.size());
  }

  /** One that has not been decided yet is as old as its process. */
  private static String verdict(Optional<String> saved) {
    String text = saved.orElse("none");
    return text.startsWith("{\"verdict\":\"UNKNOWN\"")
        ? text.replaceFirst("\"since\":\"[^\"]*\"", "")
        : text;
  }

  private static void checkKept(Incident expected, List<Incident> after) {
    Incident kept = same(expected, after).orElseThrow(() -> lost(expected, after));
    assertThat(kept.startedAt()).isEqualTo(expected.startedAt());
    assertThat(kept.severity()).isEqualTo(expected.severity());
    assertThat(kept.causes()).isEqualTo(expected.causes());
    assertThat(kept.runs().bad()).isGreaterThanOrEqualTo(expected.runs().bad());
    if (expected.end() != null) {
      assertThat(kept.end()).isEqualTo(expected.end());
      assertThat(kept.runs()).isEqualTo(expected.runs());
    }
  }

  private static AssertionError lost(Incident expected, List<Incident> after) {
    return new AssertionError("%s is not among %s".formatted(expected, after));
  }

  private boolean known(Incident incident) {
    return same(incident, before).isPresent() || same(incident, all.changed()).isPresent();
  }

  private static Optional<Incident> same(Incident incident, List<Incident> among) {
    return among.stream()
        .filter(other -> other.probe().equals(incident.probe()))
        .filter(other -> other.runs().first().equals(incident.runs().first()))
        .findFirst();
  }

  private static void checkOneAtATime(List<Incident> after) {
    for (int i = 1; i < after.size(); i++) {
      Incident one = after.get(i - 1);
      if (one.probe().equals(after.get(i).probe())) {
        assertThat(one.end()).as("%s is followed by another", one).isNotNull();
      }
    }
  }

  private static List<Run> stored(RunStore store, String prefix) {
    List<Run> runs = new ArrayList<>();
    for (Probe probe : RecordedMonitor.PROBES) {
      store.runs(new RunFilter(Set.of(probe.id()), null, null, MANY)).stream()
          .filter(run -> run.id().startsWith(prefix))
          .forEach(runs::add);
    }
    runs.sort(Comparator.comparing((Run run) -> run.info().startedAt()));
    return runs;
  }
}
