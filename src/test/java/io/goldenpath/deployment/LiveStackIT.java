package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.goldenpath.demo.fault.ShippedFaults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator sees while a target breaks and recovers: pages, graphs, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveStackIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Pattern METRIC =
      Pattern.compile("\\b((?:goldenpath|probe)_[a-z_]+?)(?:_bucket|_sum|_count)?(?=[{\\[ )]|$)");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^# TYPE ((?:goldenpath|probe)_[a-z_]+) ");

  /** The demo platform speaks plain HTTP, so no certificate is ever seen. */
  private static final String OF_TLS = "goldenpath_certificate_expiry_timestamp_seconds";

  private LiveStack stack;
  private Instant start;

  @BeforeAll
  void breakAndMend(@TempDir Path folder) throws IOException, InterruptedException {
    ExternalProgram.named("prometheus");
    ExternalProgram.named("prometheus-alertmanager");
    start = Instant.now();
    stack = LiveStack.start(folder);
    await().atMost(SOON).untilAsserted(() -> assertThat(passed()).hasSize(4));

    stack.shop.faults().switchOn(ShippedFaults.NO_TOOL_EXECUTING);
    await().atMost(SOON).until(() -> !down("firing").isEmpty());
    stack.shop.faults().switchOff();
    await().atMost(SOON).until(() -> !down("resolved").isEmpty());

    stack.watchAlso("annex");
    await().atMost(SOON).until(() -> !annex().isEmpty());
  }

  @AfterAll
  void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void wakesSomebodyWithWordsThatHelp() {
    assertThat(down("firing").getFirst())
        .satisfies(receivedAlert -> {
          assertThat(receivedAlert.target()).isEqualTo("shop");
          assertThat(receivedAlert.severity()).isEqualTo("critical");
          assertThat(receivedAlert.summary())
              .matches("shop: users get no answer; the last \\d+ attempts failed");
          assertThat(receivedAlert.description())
              .contains("Seen from here. Last success: 20", "- missing_event in events, ");
          assertThat(receivedAlert.page())
              .isEqualTo("http://localhost:8080/targets/shop/golden-path");
        });
  }

  @Test
  void wakesNobodyOverTheTargetsThatAreWell() {
    assertThat(stack.alertReceiver.pages())
        .filteredOn(receivedAlert -> receivedAlert.severity().equals("critical"))
        .filteredOn(receivedAlert -> !receivedAlert.alert().equals("GoldenPathTokenExpiring"))
        .extracting(AlertReceiver.ReceivedAlert::alert, AlertReceiver.ReceivedAlert::target)
        .containsOnly(tuple("GoldenPathDown", "shop"));
  }

  @Test
  void takesUpAChangedConfigMapAndKeepsItsCounts() throws IOException, InterruptedException {
    assertThat(annex()).isNotEmpty();
    assertThat(stack.prometheus.now("resets(goldenpath_runs_total[10m]) > 0")).isEmpty();
  }

  @Test
  void servesARunbookThatABrowserShows() throws IOException, InterruptedException {
    assertThat(stack.monitor.get("/runbooks/golden-path-down.md"))
        .satisfies(reply -> {
          assertThat(reply.statusCode()).isEqualTo(200);
          assertThat(reply.headers().firstValue("Content-Type"))
              .hasValue("text/plain;charset=UTF-8");
          assertThat(reply.body()).startsWith("# GoldenPathDown");
        });
  }

  @Test
  void helmTestFindsEveryTargetWatched(@TempDir Path folder)
      throws IOException, InterruptedException {
    Container test = stack.manifests().the(Pod.class).getSpec().getContainers().getFirst();
    URI monitor = URI.create(stack.monitor.base());
    List<String> line = new ArrayList<>(List.of("env"));
    for (EnvVar variable : test.getEnv()) {
      String value =
          switch (variable.getName()) {
            case "MONITOR_HOST" -> monitor.getHost();
            case "MONITOR_PORT" -> Integer.toString(monitor.getPort());
            default -> variable.getValue();
          };
      line.add(variable.getName() + "=" + value);
    }
    line.addAll(test.getCommand());

    String said =
        new ExternalProgram(Path.of("/usr/bin/env"))
            .run(
                folder.resolve("log"),
                Duration.ofSeconds(30),
                line.subList(1, line.size()).toArray(String[]::new));

    assertThat(said)
        .isEqualTo("annex is watched\nkiosk is watched\nlab is watched\nshop is watched\n");
  }

  List<Dashboard.Query> queries() throws IOException {
    return Dashboard.read().queries();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyPanelShowsSomething(Dashboard.Query query) throws IOException, InterruptedException {
    List<PrometheusClient.LabelledValues> lines = shown(query);

    if (query.expression().contains(OF_TLS)) {
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
    told.removeIf(name -> name.endsWith("_max")); // Micrometer's own, of no fixed window
    told.add(OF_TLS);

    String expressions =
        AlertRules.read().alerts().map(AlertRules.Alert::expr).collect(Collectors.joining("\n"))
            + Dashboard.read().queries().stream()
                .map(Dashboard.Query::expression)
                .collect(Collectors.joining("\n"));
    assertThat(names(METRIC, expressions)).isEqualTo(told);
  }

  private List<AlertReceiver.ReceivedAlert> down(String status) {
    return stack.alertReceiver.pages("GoldenPathDown", status);
  }

  private List<PrometheusClient.LabelledValues> passed() throws IOException, InterruptedException {
    return stack.prometheus.now("goldenpath_runs_total{outcome=\"passed\"} > 2");
  }

  private List<PrometheusClient.LabelledValues> annex() throws IOException, InterruptedException {
    return stack.prometheus.now("goldenpath_verdict{target=\"annex\",verdict=\"up\"} == 1");
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
