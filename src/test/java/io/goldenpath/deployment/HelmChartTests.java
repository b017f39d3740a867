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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Helm chart over value sets, good and wrong. */
class HelmChartTests {

  private static final Path VALUES = Path.of("src/test/chart");
  private static final Path EVERYTHING = VALUES.resolve("good/everything.yaml");
  private static final Path DEMO = VALUES.resolve("good/demo.yaml");

  static Stream<Path> good() throws IOException {
    return files("good");
  }

  static Stream<Path> wrong() throws IOException {
    return files("wrong");
  }

  @Test
  void passesHelmsOwnLint() {
    assertThat(HelmChart.lint())
        .noneMatch(line -> line.contains("[ERROR]") || line.contains("[WARN"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void rendersObjectsThatAClusterTakes(Path values) throws IOException {
    Manifests manifests = HelmChart.render(values);

    Deployment deployment = manifests.the(Deployment.class);
    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels())
        .containsAllEntriesOf(manifests.the(Service.class).getSpec().getSelector());
    restricted(deployment.getSpec().getTemplate().getSpec());
    restricted(manifests.the(Pod.class).getSpec());
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWrongValuesAndSaysWhatWasExpected(Path values) throws IOException {
    List<String> expected =
        Files.readAllLines(values).stream()
            .filter(line -> line.startsWith("# expect: "))
            .map(line -> line.substring("# expect: ".length()))
            .toList();

    assertThat(expected).isNotEmpty();
    assertThatThrownBy(() -> HelmChart.render(values))
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
        .contains("import: configtree:/credentials/", "password: ${PROBE_A_PASSWORD}");
  }

  @Test
  void leavesThePodAloneWhenTheConfigurationChanges() throws IOException {
    Deployment one = HelmChart.render(VALUES.resolve("good/one-target.yaml")).the(Deployment.class);
    Path changed = Files.createTempFile("values", ".yaml");
    Files.writeString(
        changed,
        Files.readString(VALUES.resolve("good/one-target.yaml")).replace("staging:", "live:"));
    Deployment other = HelmChart.render(changed).the(Deployment.class);
    Files.delete(changed);

    assertThat(other).isEqualTo(one);
    assertThat(container(one).getVolumeMounts())
        .extracting(VolumeMount::getSubPath)
        .as("a sub path would never be updated")
        .containsOnlyNulls();
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
        .contains("Watching staging.", "https://golden-path.example.com")
        .doesNotContain("port-forward", "Nobody");
  }

  /** The restricted Pod Security Standard, as far as it concerns this pod. */
  private static void restricted(PodSpec pod) {
    assertSoftly(softly -> {
      softly.assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
      softly.assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001);
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

  private static PodSpec pod(Manifests manifests) {
    return manifests.the(Deployment.class).getSpec().getTemplate().getSpec();
  }

  private static Container container(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(VALUES.resolve(folder))) {
      return files.sorted().toList().stream();
    }
  }
}
