package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which series there are, whatever the runs. */
class ProbeSeriesTests {

  private final Probe probe = SampleRuns.probe("staging");
  private final Scrape scrape = Scrape.watching(probe);

  @Test
  void standsAtZeroBeforeTheFirstRun() {
    assertThat(scrape.samples())
        .filteredOn(sample -> !sample.name().equals("goldenpath_probe_info"))
        .filteredOn(sample -> !sample.name().equals("probe_timeout_seconds"))
        .filteredOn(sample -> !sample.name().equals("goldenpath_interval_seconds"))
        .isNotEmpty()
        .allSatisfy(sample -> assertThat(sample.value()).as(sample.toString()).isZero());
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

    assertThat(scrape.samples("goldenpath_findings_total"))
        .extracting(sample -> sample.labels().get("kind") + " in " + sample.labels().get("step"))
        .containsAll(reportable)
        .isSubsetOf(reportable)
        .contains("missing_event in events", "monitor_fault in close")
        .doesNotContain("dropped in reconnect", "leak_content in events");
  }

  @Test
  void sortsTimesIntoTheUsualBuckets() {
    for (String histogram : List.of("run_duration", "first_event", "event_gap", "answer")) {
      assertThat(bounds(histogram))
          .as(histogram)
          .isEqualTo(
              "0.025 0.1 0.25 0.5 1.0 2.5 5.0 10.0 12.5 15.0 20.0 25.0 30.0 60.0 120.0 +Inf");
    }
    assertThat(bounds("schedule_lateness"))
        .isEqualTo("0.001 0.005 0.01 0.05 0.1 0.25 1.0 5.0 +Inf");
    assertThat(bounds("step_duration")).isEmpty();
    assertThat(bounds("connect_phase")).isEmpty();
  }

  private String bounds(String histogram) {
    return scrape.samples("goldenpath_" + histogram + "_seconds_bucket").stream()
        .map(sample -> sample.labels().get("le"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void labelsEverySeriesWithTargetJourneyAndLocation() {
    scrape.finished(SampleRuns.missing(probe, "a", NOON));

    assertThat(scrape.samples())
        .allSatisfy(sample ->
            assertThat(sample.labels())
                .containsEntry("target", "staging")
                .containsEntry("journey", "golden-path")
                .containsEntry("location", "local"));
  }

  @Test
  void keepsWhatTargetsWriteAndWhoTheirUsersAreOutOfAllLabels() {
    scrape.finished(
        SampleRuns.quoting(probe, "a", NOON, "probe@example.com eyJhbGciOiJIUzI1NiJ9.e30.x"));

    assertThat(scrape.text()).doesNotContain("@", "://", "eyJ", "example.com");
  }

  @Test
  void staysWithinItsBoundOfSeries() {
    scrape
        .finished(SampleRuns.passed(probe, "a", NOON))
        .finished(SampleRuns.late(probe, "b", NOON.plusSeconds(60)))
        .finished(SampleRuns.missing(probe, "c", NOON.plusSeconds(120)));

    assertThat(scrape.samples()).hasSizeBetween(300, 510);
  }

  static Stream<JourneySpec> exercises() {
    return Stream.of(
        new JourneySpec.Isolation(10, 100, 0, false),
        new JourneySpec.Isolation(8, 50, 2, true),
        new JourneySpec.Recovery(
            JourneySpec.DisconnectMode.SERVER,
            "agent_thinking",
            JourneySpec.ReconnectStrategy.EITHER,
            List.of(JourneySpec.MalformedMessage.values()),
            3,
            3),
        new JourneySpec.Refusal(List.of(JourneySpec.BadToken.values()), Map.of(), null));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void staysWithinItsBoundOfSeriesWhateverTheJourney(JourneySpec spec) {
    Probe other = SampleRuns.probe("shop", spec, 10);

    Scrape all =
        Scrape.watching(other)
            .finished(SampleRuns.servedSerially(other, "a", NOON, 10))
            .finished(SampleRuns.missing(other, "b", NOON.plusSeconds(60)));

    assertThat(all.samples()).hasSizeBetween(300, 510);
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
    scrape.finished(SampleRuns.passed(probe, "a", NOON));

    Probe changed = every(Duration.ofMillis(1500));
    scrape.notifyListeners(listener -> listener.watching(List.of(changed)));

    assertThat(scrape.samples("goldenpath_probe_info"))
        .singleElement()
        .satisfies(sample -> assertThat(sample.labels()).containsEntry("interval", "1500ms"));
    assertThat(scrape.value("probe_timeout_seconds")).isEqualTo(1.5);
    assertThat(scrape.value("goldenpath_runs_total", "outcome", "passed")).isEqualTo(1);
  }

  @Test
  void takesTheSeriesOfARemovedProbeAway() {
    scrape.notifyListeners(
        listener -> listener.watching(List.of(probe, SampleRuns.probe("production"))));
    scrape.finished(SampleRuns.passed(probe, "a", NOON));

    scrape.notifyListeners(listener -> listener.watching(List.of(SampleRuns.probe("production"))));
    scrape.finished(SampleRuns.passed(probe, "b", NOON.plusSeconds(60)));

    assertThat(scrape.text()).doesNotContain("staging");
    assertThat(scrape.samples()).isNotEmpty();
  }

  private Probe every(Duration period) {
    return new Probe(
        probe.target(),
        Cadence.every(period, period),
        probe.limits(),
        probe.script(),
        probe.events(),
        probe.regression(),
        probe.verdict());
  }

  private List<String> names() {
    return scrape.samples().stream().map(Scrape.Sample::name).toList();
  }
}
