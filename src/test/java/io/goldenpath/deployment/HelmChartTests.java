package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.wire.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Helm chart over value sets, good and wrong. */
class HelmChartTests {

  private static final Path EVERYTHING = ValueSet.good("everything");
  private static final Path DEMO = ValueSet.good("demo");
  private static final Path ONE_TARGET = ValueSet.good("one-target");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)\\}");

  static List<ValueSet> good() throws IOException {
    return ValueSet.all("good");
  }

  static List<ValueSet> wrong() throws IOException {
    return ValueSet.all("wrong");
  }

  @Test
  void passesHelmsOwnLint() {
    assertThat(HelmChart.lint())
        .noneMatch(line -> line.contains("[ERROR]") || line.contains("[WARN"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void rendersObjectsThatAClusterTakes(ValueSet values) throws IOException {
    Manifests manifests = HelmChart.render(values.file());

    Deployment deployment = manifests.the(Deployment.class);
    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels())
        .containsAllEntriesOf(manifests.the(Service.class).getSpec().getSelector());
    restricted(deployment.getSpec().getTemplate().getSpec());
    restricted(manifests.the(Pod.class).getSpec());
    values.verify(manifests);
  }

  @ParameterizedTest
  @MethodSource("good")
  void rendersSettingsThatTheMonitorTakes(ValueSet values, @TempDir Path folder) throws Exception {
    String settings = HelmChart.render(values.file()).file("application.yaml");
    Path ca = Files.writeString(folder.resolve("ca"), new TestCertificates().rootPem());
    Path secrets = Files.createDirectory(folder.resolve("credentials"));
    for (String name : VARIABLE.matcher(settings).results().map(one -> one.group(1)).toList()) {
      Files.writeString(secrets.resolve(name), "wss://a-secret.example.com");
    }
    Path mounts =
        Files.writeString(
            folder.resolve("mounts.yaml"),
            "spring: { config: { import: 'configtree:%s/' } }".formatted(secrets));
    Path file =
        Files.writeString(
            folder.resolve("application.yaml"),
            settings
                .replace("configtree:/credentials/", "configtree:" + secrets + "/")
                .replaceAll("file:/(ca|extra)/\\S+", "file:" + ca));
    Settings taken = SettingsLoader.load(List.of(mounts, file));

    assertThat(taken.setups().isEmpty()).isEqualTo(!settings.contains("targets:"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWrongValuesAndSaysWhatWasExpected(ValueSet values) throws IOException {
    List<String> expected = values.expectations();

    assertThat(expected).isNotEmpty();
    assertThatThrownBy(() -> HelmChart.render(values.file()))
        .hasMessageContainingAll(expected.toArray(CharSequence[]::new))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void givesThePodNoTokenOfTheCluster() throws IOException {
    Manifests manifests = HelmChart.render(DEMO);

    assertThat(manifests.the(ServiceAccount.class).getAutomountServiceAccountToken()).isFalse();
    assertThat(pod(manifests).getAutomountServiceAccountToken()).isFalse();
  }

  @Test
  void mountsCredentialsFromTheirSecretsAndCopiesNone() throws IOException {
    Manifests manifests = HelmChart.render(EVERYTHING);

    assertThat(projected(manifests))
        .singleElement()
        .satisfies(secret -> {
          assertThat(secret.getName()).isEqualTo("staging-probe");
          assertThat(secret.getItems())
              .singleElement()
              .satisfies(item -> {
                assertThat(item.getKey()).isEqualTo("password");
                assertThat(item.getPath()).isEqualTo("PROBE_A_PASSWORD");
              });
        });
    assertThat(manifests.file("application.yaml"))
        .contains("- configtree:/credentials/", "password: ${PROBE_A_PASSWORD}");
  }

  @Test
  void leavesThePodAloneWhenTheConfigurationChanges() throws IOException {
    Deployment one = HelmChart.render(ONE_TARGET).the(Deployment.class);
    Path changed = Files.createTempFile("values", ".yaml");
    Files.writeString(changed, Files.readString(ONE_TARGET).replace("staging:", "live:"));
    Deployment other = HelmChart.render(changed).the(Deployment.class);
    Files.delete(changed);

    assertThat(other).isEqualTo(one);
    assertThat(container(one).getVolumeMounts())
        .extracting(VolumeMount::getSubPath)
        .as("a sub path would never be updated")
        .containsOnlyNulls();
  }

  @Test
  void restartsThePodWhereOnlyAStartAppliesTheChange() throws IOException {
    Map<String, String> before = annotations(ValueSet.good("management-port"));
    Map<String, String> after = annotations(ValueSet.good("management-path"));

    assertThat(before).containsKey("checksum/restart").isNotEqualTo(after);
  }

  @Test
  void handsTheJvmItsOptionsAndNoneWhereThereAreNone() throws IOException {
    Container told = container(HelmChart.render(EVERYTHING).the(Deployment.class));
    Container untold = container(HelmChart.render(DEMO).the(Deployment.class));

    assertThat(told.getEnv())
        .filteredOn(variable -> variable.getName().equals("JDK_JAVA_OPTIONS"))
        .extracting(EnvVar::getValue)
        .containsExactly("-XX:+UseShenandoahGC -XX:ShenandoahGCMode=generational");
    assertThat(untold.getEnv()).extracting(EnvVar::getName).doesNotContain("JDK_JAVA_OPTIONS");
  }

  @Test
  void asksTheMonitorAndNeverItsTargetsWhetherThePodIsWell() throws IOException {
    Container container = container(HelmChart.render(EVERYTHING).the(Deployment.class));

    assertThat(container.getLivenessProbe().getHttpGet().getPath())
        .isEqualTo("/actuator/health/liveness");
    assertThat(container.getReadinessProbe().getHttpGet().getPath())
        .isEqualTo("/actuator/health/readiness");
  }

  @Test
  void saysWhatToOpenAndWhatIsMissing() {
    assertThat(HelmChart.notes(DEMO))
        .contains(
            "demo platform",
            "kubectl -n ops port-forward svc/probe-golden-path-monitor 8080:8080",
            "helm -n ops test probe",
            "Nobody scrapes it yet");
    assertThat(HelmChart.notes(EVERYTHING))
        .contains("Watching staging.", "https://golden-path.example.com", "The history ends")
        .doesNotContain("port-forward", "Nobody");
    assertThat(HelmChart.notes(ValueSet.good("nothing")))
        .contains("NOTHING IS WATCHED", "config.demo.enabled=true");
  }

  /** The restricted Pod Security Standard, as far as it concerns this pod. */
  private static void restricted(PodSpec pod) {
    assertSoftly(softly -> {
      softly.assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
      softly.assertThat(pod.getSecurityContext().getRunAsUser()).isIn(10001L, null);
      softly
          .assertThat(pod.getSecurityContext().getSeccompProfile().getType())
          .isEqualTo("RuntimeDefault");
      Container container = pod.getContainers().getFirst();
      softly.assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
      softly.assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
      softly
          .assertThat(container.getSecurityContext().getCapabilities().getDrop())
          .containsExactly("ALL");
      softly
          .assertThat(pod.getVolumes())
          .as("volumes that the standard allows")
          .allMatch(volume -> volume.getHostPath() == null);
    });
  }

  private static List<SecretProjection> projected(Manifests manifests) {
    return pod(manifests).getVolumes().stream()
        .filter(volume -> volume.getProjected() != null)
        .map(Volume::getProjected)
        .flatMap(volume -> volume.getSources().stream())
        .map(VolumeProjection::getSecret)
        .toList();
  }

  private static Map<String, String> annotations(Path values) throws IOException {
    return HelmChart.render(values)
        .the(Deployment.class)
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getAnnotations();
  }

  private static PodSpec pod(Manifests manifests) {
    return manifests.the(Deployment.class).getSpec().getTemplate().getSpec();
  }

  private static Container container(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
  }
}
