package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.goldenpath.model.probe.JourneyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The objects that the chart installs for operators: rules, scrapes and network policies. */
class HelmChartOperatorsTests {

  private static final Path VALUES = Path.of("src/test/chart/good");
  private static final Path EVERYTHING = VALUES.resolve("everything.yaml");

  @Test
  void holdsTheVeryRulesWithLinksThatOpen() throws IOException {
    String url = "https://golden-path.example.com";
    AlertRules rules = HelmChart.render(EVERYTHING).the(PrometheusRule.class).spec();

    AlertRules shipped = AlertRules.read();
    assertThat(rules.alerts().map(AlertRules.Alert::expr))
        .containsExactlyElementsOf(shipped.alerts().map(AlertRules.Alert::expr).toList());
    assertThat(rules.alerts())
        .allSatisfy(alert -> {
          assertThat(alert.annotations().page()).startsWith(url + "/");
          assertThat(alert.annotations().runbook()).startsWith(url + "/runbooks/golden-path-");
        });
  }

  @Test
  void sendsAWokenPersonToRunbooksElsewhere() throws IOException {
    AlertRules rules =
        HelmChart.render(VALUES.resolve("runbooks-elsewhere.yaml"))
            .the(PrometheusRule.class)
            .spec();

    assertThat(rules.alerts())
        .allSatisfy(alert -> {
          assertThat(alert.annotations().page())
              .startsWith("https://tools.example.com/golden-path/");
          assertThat(alert.annotations().runbook())
              .startsWith("https://wiki.example.com/runbooks/");
        });
  }

  @Test
  void changesTheRulesThatItIsToldTo() throws IOException {
    AlertRules rules =
        HelmChart.render(VALUES.resolve("alerts.yaml")).the(PrometheusRule.class).spec();

    assertThat(rules.alerts()).noneMatch(alert -> alert.alert().equals("GoldenPathUnreliable"));
    assertThat(rules.alerts().filter(alert -> alert.alert().equals("GoldenPathJourneyFailing")))
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.labels()).isEqualTo(new AlertRules.Labels("critical", "search"));
          assertThat(alert.holding()).isEqualTo("10m");
          assertThat(alert.keeping()).isEqualTo("15m");
        });
    assertThat(rules.alerts().filter(alert -> alert.alert().equals("GoldenPathFlapping")))
        .singleElement()
        .satisfies(alert -> assertThat(alert.expr()).contains(">= 0.4 # threshold\n"));
    assertThat(rules.alerts().count()).isEqualTo(AlertRules.read().alerts().count() - 1);
  }

  @Test
  void scrapesTheServiceByItsLabels() throws IOException {
    Manifests manifests = HelmChart.render(EVERYTHING);
    ServiceMonitor monitor = manifests.the(ServiceMonitor.class);

    assertThat(manifests.the(Service.class).getMetadata().getLabels())
        .containsAllEntriesOf(monitor.spec().selector().getMatchLabels());
    assertThat(monitor.metadata().getLabels()).containsEntry("release", "prometheus");
    assertThat(monitor.spec().endpoints())
        .containsExactly(
            new ServiceMonitor.Endpoint(
                "http", "/actuator/prometheus", null, "30s", null, null, null));
  }

  @Test
  void asksForEachJourneyByItsName() throws IOException {
    Manifests manifests = HelmChart.render(VALUES.resolve("probe-by-journey.yaml"));

    assertThat(manifests.all(ServiceMonitor.Probe.class))
        .extracting(
            probe -> probe.spec().module() + " " + probe.spec().targets().staticConfig().names())
        .containsExactlyInAnyOrder("golden-path [staging, prod]", "isolation [staging]");
    assertThat(JourneyKind.values())
        .allSatisfy(journey ->
            assertThat(Files.readString(HelmChart.FOLDER.resolve("values.schema.json")))
                .contains("\"" + journey.label() + "\""));
  }

  @Test
  void reachesOnlyThePortsOfItsTargets() throws IOException {
    NetworkPolicy policy =
        HelmChart.render(VALUES.resolve("narrow-network.yaml")).the(NetworkPolicy.class);

    assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(policy.getSpec().getEgress().getLast().getPorts())
        .extracting(port -> port.getPort().getIntVal())
        .containsExactly(443, 8443);
    assertThat(policy.getSpec().getIngress().getFirst().getFrom())
        .as("the one who may read, and helm test")
        .hasSize(2);
  }

  @Test
  void installsNoOperatorsObjectsUnasked() throws IOException {
    Manifests manifests = HelmChart.render(VALUES.resolve("demo.yaml"));

    assertThat(manifests.all(ServiceMonitor.class)).isEmpty();
    assertThat(manifests.all(ServiceMonitor.Probe.class)).isEmpty();
    assertThat(manifests.all(PrometheusRule.class)).isEmpty();
    assertThat(manifests.all(NetworkPolicy.class)).isEmpty();
    assertThat(manifests.all(ConfigMap.class)).hasSize(1);
  }
}
