package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** The Helm chart, rendered by Helm itself. */
final class HelmChart {

  static final Path FOLDER = Path.of("helm/golden-path-monitor");

  private static final Helm HELM = new Helm(FOLDER);

  private static final Helm WITHOUT_HOOKS = new Helm(withoutHooks());

  /** By their simple names. */
  private static final Map<String, Class<?>> KINDS =
      Stream.of(
              AlertmanagerConfig.class,
              ConfigMap.class,
              Deployment.class,
              HTTPRoute.class,
              Ingress.class,
              NetworkPolicy.class,
              PersistentVolumeClaim.class,
              Pod.class,
              PodDisruptionBudget.class,
              PrometheusRule.class,
              Secret.class,
              Service.class,
              ServiceAccount.class,
              ServiceMonitor.class,
              ServiceMonitor.PodMonitor.class,
              ServiceMonitor.Probe.class)
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  /** Refuses the fields that the API server would refuse. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(new NoUnknownFields())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private HelmChart() {}

  static List<String> lint() {
    return HELM.lint().strict().call().getMessages();
  }

  /** What is sent to the cluster with these values. */
  static Manifests render(Path values) throws IOException {
    String text = template().withValuesFile(values).call();
    List<Object> objects = new ArrayList<>();
    for (String document : text.split("(?m)^---$", -1)) {
      JsonNode tree = STRICT.valueToTree(read(document));
      if (tree.isObject()) {
        String kind = tree.path("kind").asString();
        assertThat(KINDS).as("kinds that are known here").containsKey(kind);
        objects.add(STRICT.treeToValue(tree, KINDS.get(kind)));
      }
    }
    return new Manifests(objects);
  }

  /** As the API server does, in YAML 1.1: 0440 is octal, and a bare yes is no text. */
  private static @Nullable Object read(String document) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new Yaml(options).load(document);
  }

  /** What the person who installs it with these values reads. */
  static String notes(Path values) {
    InstallCommand install = HELM.install();
    String output =
        install
            .withName("probe")
            .withNamespace("ops")
            .withKubeVersion("1.31.0")
            .withValuesFile(values)
            .clientOnly()
            .dryRun()
            .withDryRunOption(DryRun.CLIENT)
            .call()
            .getOutput();
    return output.substring(output.indexOf("NOTES:"));
  }

  private static TemplateCommand template() {
    return WITHOUT_HOOKS
        .template()
        .withName("probe")
        .withNamespace("ops")
        .withKubeVersion("1.31.0");
  }

  /** What the API server would store. */
  static JsonNode tree(Object object) {
    return STRICT.valueToTree(object);
  }

  /** A copy of the chart whose hooks are objects like any other: Helm would not render them. */
  private static Path withoutHooks() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      Path copy = Files.createTempDirectory("chart");
      for (Path file : files.toList()) {
        Path to = copy.resolve(FOLDER.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.writeString(to, Files.readString(file).replaceAll("(?m)^ +helm.sh/hook.*\n", ""));
        }
      }
      return copy;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Fabric8's models keep unknown fields for later; here they are mistakes. */
  private static final class NoUnknownFields extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(MapperConfig<?> config, Annotated member) {
      return false;
    }
  }
}
