package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/** What the dashboard shows of a target that broke and recovered. */
@ExtendWith(Incident.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveDashboardIT {

  private static final Pattern METRIC =
      Pattern.compile("\\b((?:goldenpath|probe)_[a-z_]+?)(?:_bucket|_sum|_count)?(?=[{\\[ )]|$)");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^# TYPE ((?:goldenpath|probe)_[a-z_]+) ");

  /** The demo platform speaks plain HTTP, so no certificate is ever seen. */
  private static final String OF_TLS = "goldenpath_certificate_expiry_timestamp_seconds";

  /** Of a change against runs that were learned: so few runs teach nothing. */
  private static final String OF_CHANGES = "goldenpath_regression";

  private static final Set<String> UNSEEN = Set.of(OF_TLS, OF_CHANGES);

  @SuppressWarnings("NullAway.Init")
  private LiveStack stack;

  @SuppressWarnings("NullAway.Init")
  private Instant start;

  @BeforeAll
  void look(Incident incident) {
    stack = incident.stack();
    start = incident.start();
  }

  List<Dashboard.Query> queries() throws IOException {
    return Dashboard.read().queries();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyPanelShowsSomething(Dashboard.Query query) throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = shown(query);

    if (UNSEEN.stream().anyMatch(query.expression()::contains)) {
      assertThat(lines).isEmpty();
    } else {
      assertThat(lines).isNotEmpty();
    }
  }

  @Test
  void verdictsShowWhoWasDownAndWhen() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("Verdicts");

    assertThat(of(lines, "target", "shop").points()).contains(1.0, 3.0);
    assertThat(of(lines, "target", "shop").values().getLast()).isEqualTo(3.0);
    assertThat(of(lines, "target", "lab").points()).contains(3.0);
  }

  @Test
  void pathShowsEveryStepInSeconds() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("Path: mean time of each step");

    assertThat(lines)
        .extracting(labelledValues -> labelledValues.label("step"))
        .contains("login", "connect", "welcome", "send", "events", "answer", "close");
    assertThat(of(lines, "step", "events").points().max().orElseThrow()).isBetween(0.2, 3.0);
  }

  @Test
  void eventsPerRunShowWhichOneIsMissing() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("Events of each kind per run");

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
    assertThat(panel("Findings by kind"))
        .extracting(
            labelledValues -> labelledValues.label("kind") + " in " + labelledValues.label("step"))
        .contains("missing_event in events");
  }

  @Test
  void timeSinceTheLastSuccessGrowsWhereItIsDown() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("Time since the last success");

    double shop = of(lines, "target", "shop").points().max().orElseThrow();
    assertThat(shop).isGreaterThan(of(lines, "target", "lab").points().max().orElseThrow());
    assertThat(of(lines, "target", "shop").values().getLast()).isLessThan(shop);
  }

  @Test
  void firstEventIsTimedForEachTarget() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("First event");

    assertThat(lines)
        .extracting(labelledValues -> labelledValues.label("target"))
        .contains("shop", "lab", "kiosk");
    assertThat(of(lines, "target", "lab").points().filter(Double::isFinite))
        .allMatch(seconds -> seconds > 0 && seconds < 2.5);
  }

  @Test
  void releasesStandWhereTheyBegan() throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = panel("annotation Releases");

    assertThat(lines).extracting(line -> line.label("target")).containsExactly("shop");
    assertThat(lines.getFirst().points().max().orElseThrow())
        .isBetween((double) start.toEpochMilli(), (double) Instant.now().toEpochMilli());
  }

  @Test
  void variablesOfferWhatIsWatched() throws IOException, InterruptedException {
    List<List<String>> offered = new ArrayList<>();
    for (Dashboard.Variable variable : Dashboard.read().variables()) {
      offered.add(stack.prometheus.labels(variable.label(), variable.selector()));
    }

    assertThat(offered)
        .containsExactly(
            List.of("here"),
            List.of("annex", "kiosk", "lab", "shop"),
            List.of("golden-path", "isolation"));
  }

  @Test
  void everyMetricIsUsedAndEveryMetricThatIsUsedExists() throws IOException, InterruptedException {
    Set<String> told = names(TYPE, stack.monitor.get("/actuator/prometheus").body());
    told.addAll(UNSEEN);

    String expressions =
        AlertRules.read().expressions().collect(Collectors.joining("\n"))
            + Dashboard.read().queries().stream()
                .map(Dashboard.Query::expression)
                .collect(Collectors.joining("\n"));
    assertThat(names(METRIC, expressions)).isEqualTo(told);
  }

  private List<PrometheusClient.LabelledValues> panel(String title)
      throws IOException, InterruptedException {
    List<Dashboard.Query> queries =
        Dashboard.read().queries().stream().filter(query -> query.panel().equals(title)).toList();
    assertThat(queries).as(title).isNotEmpty();
    return shown(queries.getFirst());
  }

  private List<PrometheusClient.LabelledValues> shown(Dashboard.Query query)
      throws IOException, InterruptedException {
    return query.instant()
        ? stack.prometheus.now(query.sent())
        : stack.prometheus.since(start, query.sent());
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
