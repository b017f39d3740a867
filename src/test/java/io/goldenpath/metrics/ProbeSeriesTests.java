package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.time.Cadence;
import io.goldenpath.settings.keys.MetricsProperties.Detail;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which series there are, whatever the runs. */
class ProbeSeriesTests {

  private static final String USUAL = "0.1 0.25 0.5 1.0 2.5 5.0 10.0 20.0 30.0 60.0 +Inf";

  private static final Pattern OF_THE_MONITOR =
      Pattern.compile("goldenpath_(schedule_lateness_seconds.*|runs_in_flight)");

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
  void countsCriticalFindingsFromZeroAndOthersOnceTheyOccur() {
    assertThat(findings(scrape))
        .isEqualTo(reportable(kind -> kind.severity() == Severity.CRITICAL))
        .contains("leak_identity in welcome");

    scrape.finished(SampleRuns.missing(probe, "a", NOON));

    assertThat(findings(scrape)).contains("missing_event in events").hasSizeLessThan(10);
  }

  @Test
  void countsEveryFindingThatTheJourneyCanReportFromZeroWhereAllIsTold() {
    assertThat(findings(Scrape.watching(Detail.FULL, probe)))
        .isEqualTo(reportable(_ -> true))
        .contains("missing_event in events", "monitor_fault in close")
        .doesNotContain("dropped in reconnect", "leak_content in events");
  }

  private Set<String> reportable(Predicate<FindingKind> which) {
    Set<String> reportable = new TreeSet<>();
    for (FindingKind kind : FindingKind.values()) {
      kind.steps().stream()
          .filter(step -> which.test(kind) && probe.journey().canFind(kind, step))
          .forEach(step -> reportable.add(kind.label() + " in " + step.label()));
    }
    return reportable;
  }

  private static Set<String> findings(Scrape scrape) {
    return scrape.samples("goldenpath_findings_total").stream()
        .map(sample -> sample.labels().get("kind") + " in " + sample.labels().get("step"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void sortsTimesIntoTheUsualBuckets() {
    for (String histogram : List.of("run_duration", "first_event", "answer")) {
      assertThat(bounds(scrape, histogram)).as(histogram).isEqualTo(USUAL);
    }
    assertThat(bounds(scrape, "schedule_lateness"))
        .isEqualTo("0.001 0.005 0.01 0.05 0.1 0.25 1.0 5.0 +Inf");
    for (String sum : List.of("event_gap", "event_delay", "step_duration", "connect_phase")) {
      assertThat(bounds(scrape, sum)).as(sum).isEmpty();
    }
  }

  @Test
  void sortsGapsAndEventsIntoBucketsTooWhereAllIsTold() {
    Scrape full = Scrape.watching(Detail.FULL, probe);

    assertThat(bounds(full, "event_gap")).isEqualTo(USUAL);
    assertThat(bounds(full, "event_delay")).startsWith(USUAL);
    assertThat(bounds(full, "step_duration")).isEmpty();
    assertThat(bounds(full, "connect_phase")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hasNoMaximaOfNoFixedWindow(Detail detail) {
    Scrape all = Scrape.watching(detail, probe).finished(SampleRuns.passed(probe, "a", NOON));

    assertThat(all.text()).doesNotContain("_max");
    assertThat(all.registry().scrape("text/plain", Set.of("goldenpath_answer_seconds")))
        .contains("goldenpath_answer_seconds_sum")
        .doesNotContain("_max");
  }

  private static String bounds(Scrape scrape, String histogram) {
    return scrape.samples("goldenpath_" + histogram + "_seconds_bucket").stream()
        .map(sample -> sample.labels().get("le"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void labelsEverySeriesWithTargetJourneyAndLocation() {
    scrape.finished(SampleRuns.missing(probe, "a", NOON));

    assertThat(scrape.samples())
        .filteredOn(sample -> !OF_THE_MONITOR.matcher(sample.name()).matches())
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
