package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dashboards show of a target that broke and recovered. */
@ExtendWith(Incident.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveDashboards {

  private static final Pattern METRIC =
      Pattern.compile("\\b((?:goldenpath|probe)_[a-z_]+?)(?:_bucket|_sum|_count)?(?=[{\\[ )]|$)");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^# TYPE ((?:goldenpath|probe)_[a-z_]+) ");

  /** The demo platform speaks plain HTTP, so no certificate is ever seen. */
  private static final String OF_TLS = "goldenpath_certificate_expiry_timestamp_seconds";

  /** Of a change against runs that were learned: so few runs teach nothing. */
  private static final String OF_CHANGES = "goldenpath_regression";

  private static final Set<String> UNSEEN = Set.of(OF_TLS, OF_CHANGES);

  /** All is well at the end, nobody is in maintenance, and the monitor itself was never unwell. */
  private static final Set<String> NOTHING =
      Set.of(
          "fleet: Probes B",
          "probe: annotation Maintenance ",
          "runs: annotation Maintenance ",
          "monitor: annotation Alerts ");

  /** It compares with the time before the incident. */
  private static final String OF_EARLIER_TIMES = "runs: Which step was slow B";

  /** Five minutes, where one passes in two seconds. */
  private static final Map<String, String> HURRIED = Map.of("5m", "10s");

  @SuppressWarnings("NullAway.Init")
  private LiveStack stack;

  @SuppressWarnings("NullAway.Init")
  private Instant start;

  @BeforeAll
  void look(Incident incident) {
    stack = incident.stack();
    start = incident.start();
  }

  static List<Dashboard.Query> queries() throws IOException {
    return Dashboard.allQueries()
        .filter(query -> !query.toString().equals(OF_EARLIER_TIMES))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyPanelShowsSomething(Dashboard.Query query) throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = shown(query);

    if (NOTHING.contains(query.toString())
        || UNSEEN.stream().anyMatch(query.expression()::contains)) {
      assertThat(lines).isEmpty();
    } else {
      assertThat(lines).isNotEmpty();
    }
  }

  @Test
  void verdictsShowWhoWasDownAndWhen() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("fleet", "Verdicts");

    assertThat(of(lines, "target", "shop").points()).contains(1.0, 4.0);
    assertThat(of(lines, "target", "shop").values().getLast()).isEqualTo(4.0);
    assertThat(of(lines, "target", "lab").points()).contains(4.0);
  }

  @Test
  void pathShowsEveryStepInSeconds() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("probe", "Mean time of each step");

    assertThat(lines)
        .extracting(labelledValues -> labelledValues.label("step"))
        .contains("login", "connect", "welcome", "send", "events", "answer", "close");
    assertThat(of(lines, "step", "events").points().max().orElseThrow()).isBetween(0.2, 3.0);
  }

  @Test
  void eventsPerRunShowWhichOneIsMissing() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("probe", "Events of each kind per run");

    List<Double> there = of(lines, "event", "agent_started").values();
    List<Double> missing = of(lines, "event", "tool_executing").values();
    assertThat(missing).hasSameSizeAs(there);
    assertThat(
            IntStream.range(0, there.size())
                .mapToDouble(second -> there.get(second) - missing.get(second))
                .filter(Double::isFinite))
        .anyMatch(hole -> hole > 0.1)
        .noneMatch(hole -> hole < -0.01);
  }

  @Test
  void findingsShowTheKindAndTheStep() throws IOException, InterruptedException {
    assertThat(panel("runs", "Findings by kind and step"))
        .extracting(
            labelledValues -> labelledValues.label("kind") + " in " + labelledValues.label("step"))
        .contains("missing_event in events");
  }

  @Test
  void timeSinceTheLastSuccessGrowsWhereItIsDown() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("fleet", "Time since the last success");

    double shop = of(lines, "target", "shop").points().max().orElseThrow();
    assertThat(shop).isGreaterThan(of(lines, "target", "lab").points().max().orElseThrow());
    assertThat(of(lines, "target", "shop").values().getLast()).isLessThan(shop);
  }

  @Test
  void runsAreTimedForEachTarget() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("fleet", "How long runs take");

    assertThat(lines)
        .extracting(labelledValues -> labelledValues.label("target"))
        .contains("shop", "lab", "kiosk");
    assertThat(of(lines, "target", "lab").points()).allMatch(seconds -> seconds > 0);
  }

  @Test
  void releasesStandWhereTheyBegan() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("fleet", "annotation Releases");

    assertThat(lines).extracting(line -> line.label("target")).containsExactly("shop");
    assertThat(lines.getFirst().points().max().orElseThrow())
        .isBetween((double) start.toEpochMilli(), (double) Instant.now().toEpochMilli());
  }

  @Test
  void variablesOfferWhatIsWatched() throws IOException, InterruptedException {
    Map<String, List<String>> offered = new TreeMap<>();
    for (Dashboard.Variable variable : Dashboard.read("fleet").variables()) {
      offered.put(variable.name(), viewer().offered(variable));
    }

    assertThat(offered)
        .isEqualTo(
            Map.of(
                "cluster", List.of(),
                "namespace", List.of(),
                "location", List.of("here"),
                "target", List.of("annex", "kiosk", "lab", "shop"),
                "journey", List.of("golden-path", "isolation")));
  }

  @Test
  void everyMetricIsUsedAndEveryMetricThatIsUsedExists() throws IOException, InterruptedException {
    Set<String> told = names(TYPE, stack.monitor.get("/actuator/prometheus").body());
    told.addAll(UNSEEN);

    AlertRules rules =
        HelmChart.render(ValueSet.good("target-labels")).the(PrometheusRule.class).spec();
    String expressions =
        rules.expressions().collect(Collectors.joining("\n"))
            + Dashboard.allQueries()
                .map(Dashboard.Query::expression)
                .collect(Collectors.joining("\n"));
    assertThat(names(METRIC, expressions)).isEqualTo(told);
  }

  private List<PrometheusClient.LabelledValues> panel(String dashboard, String title)
      throws IOException, InterruptedException {
    return shown(
        Dashboard.read(dashboard).queries().stream()
            .filter(query -> query.panel().equals(title))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no panel " + title)));
  }

  private List<PrometheusClient.LabelledValues> shown(Dashboard.Query query)
      throws IOException, InterruptedException {
    return viewer().lines(Dashboard.read(query.dashboard()), query.least(HURRIED));
  }

  /** Of the incident, a point a second. */
  private DashboardViewer viewer() {
    return new DashboardViewer(
        stack.prometheus, start, Instant.now(), Duration.ofSeconds(1), 1000, Map.of());
  }

  private static PrometheusClient.LabelledValues of(
      List<PrometheusClient.LabelledValues> lines, String label, String value) {
    return lines.stream()
        .filter(labelledValues -> labelledValues.label(label).equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + label + " " + value + " in " + lines));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
