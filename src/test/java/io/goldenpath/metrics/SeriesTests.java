package io.goldenpath.metrics;

import static io.goldenpath.probe.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which series there are, whatever the runs. */
class SeriesTests {

  private final Probe probe = Runs.probe("staging");
  private final Scrape scrape = Scrape.watching(probe);

  @Test
  void standsAtZeroBeforeTheFirstRun() {
    assertThat(scrape.lines())
        .filteredOn(line -> !line.name().equals("goldenpath_probe_info"))
        .filteredOn(line -> !line.name().equals("probe_timeout_seconds"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.value()).as(line.toString()).isZero());
    assertThat(names())
        .contains(
            "goldenpath_runs_total",
            "goldenpath_events_total",
            "goldenpath_findings_total",
            "goldenpath_runs_skipped_total",
            "goldenpath_runs_in_flight",
            "goldenpath_run_duration_seconds_count",
            "goldenpath_step_duration_seconds_count",
            "goldenpath_connect_phase_seconds_count",
            "goldenpath_first_event_seconds_count",
            "goldenpath_event_delay_seconds_count",
            "goldenpath_event_gap_seconds_count",
            "goldenpath_schedule_lateness_seconds_count");
  }

  @Test
  void countsEveryFindingThatTheJourneyCanReportFromZero() {
    List<String> reportable = new ArrayList<>();
    for (FindingKind kind : FindingKind.values()) {
      kind.steps().stream()
          .filter(step -> probe.journey().canFind(kind, step))
          .forEach(step -> reportable.add(kind.label() + " in " + step.label()));
    }

    assertThat(scrape.lines("goldenpath_findings_total"))
        .extracting(line -> line.labels().get("kind") + " in " + line.labels().get("step"))
        .containsAll(reportable)
        .isSubsetOf(reportable)
        .contains("missing_event in events", "monitor_fault in close")
        .doesNotContain("dropped in reconnect", "leak_content in events");
  }

  @Test
  void sortsTimesIntoTheFixedBuckets() {
    assertThat(scrape.lines("goldenpath_run_duration_seconds_bucket"))
        .extracting(line -> line.labels().get("le"))
        .containsExactly(
            "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0", "30.0", "60.0", "+Inf");
  }

  @Test
  void labelsEverySeriesWithTargetJourneyAndLocation() {
    scrape.finished(Runs.missing(probe, "a", NOON));

    assertThat(scrape.lines())
        .allSatisfy(line ->
            assertThat(line.labels())
                .containsEntry("target", "staging")
                .containsEntry("journey", "golden-path")
                .containsEntry("location", "local"));
  }

  @Test
  void keepsWhatTargetsWriteAndWhoTheirUsersAreOutOfAllLabels() {
    scrape.finished(Runs.quoting(probe, "a", NOON, "probe@example.com eyJhbGciOiJIUzI1NiJ9.e30.x"));

    assertThat(scrape.text()).doesNotContain("@", "://", "eyJ", "example.com");
  }

  @Test
  void staysWithinFiveHundredSeries() {
    scrape
        .finished(Runs.passed(probe, "a", NOON))
        .finished(Runs.late(probe, "b", NOON.plusSeconds(60)))
        .finished(Runs.missing(probe, "c", NOON.plusSeconds(120)));

    assertThat(scrape.lines()).hasSizeBetween(300, 500);
  }

  static Stream<Exercise> exercises() {
    return Stream.of(
        new Exercise.Isolation(10, 100, 0, false),
        new Exercise.Isolation(8, 50, 2, true),
        new Exercise.Recovery(
            Exercise.Cut.SERVER,
            "agent_thinking",
            Exercise.Then.EITHER,
            List.of(Exercise.Malformed.values()),
            3,
            3),
        new Exercise.Refusal(List.of(Exercise.BadToken.values()), Map.of(), null));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void staysWithinFiveHundredSeriesWhateverTheJourney(Exercise exercise) {
    Probe other = Runs.probe("shop", exercise, 10);

    Scrape all =
        Scrape.watching(other)
            .finished(Runs.queueing(other, "a", NOON, 10))
            .finished(Runs.missing(other, "b", NOON.plusSeconds(60)));

    assertThat(all.lines()).hasSizeBetween(300, 500);
  }

  @Test
  void saysWhatTheProbeIsSetToDo() {
    assertThat(scrape.text())
        .contains(
            "goldenpath_probe_info{contract=\"default\",dialect=\"agent-events\",interval=\"1m\","
                + "journey=\"golden-path\",location=\"local\",target=\"staging\",timeout=\"1m\",token=\"issued\"} 1\n");
    assertThat(scrape.value("probe_timeout_seconds")).isEqualTo(60);
  }

  @Test
  void followsChangedSettingsAndKeepsItsCounts() {
    scrape.finished(Runs.passed(probe, "a", NOON));

    Probe changed = every(Duration.ofMillis(1500));
    scrape.tell(listener -> listener.watching(List.of(changed)));

    assertThat(scrape.lines("goldenpath_probe_info"))
        .singleElement()
        .satisfies(line -> assertThat(line.labels()).containsEntry("interval", "1500ms"));
    assertThat(scrape.value("probe_timeout_seconds")).isEqualTo(1.5);
    assertThat(scrape.value("goldenpath_runs_total", "outcome", "passed")).isEqualTo(1);
  }

  @Test
  void takesTheSeriesOfARemovedProbeAway() {
    scrape.tell(listener -> listener.watching(List.of(probe, Runs.probe("production"))));
    scrape.finished(Runs.passed(probe, "a", NOON));

    scrape.tell(listener -> listener.watching(List.of(Runs.probe("production"))));
    scrape.finished(Runs.passed(probe, "b", NOON.plusSeconds(60)));

    assertThat(scrape.text()).doesNotContain("staging");
    assertThat(scrape.lines()).isNotEmpty();
  }

  private Probe every(Duration period) {
    return new Probe(
        probe.target(),
        Cadence.every(period, period),
        probe.limits(),
        probe.plan(),
        probe.events());
  }

  private List<String> names() {
    return scrape.lines().stream().map(Scrape.Line::name).toList();
  }
}
