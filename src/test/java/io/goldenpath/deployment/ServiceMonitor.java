package io.goldenpath.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Prometheus Operator's object of this kind, as far as the chart uses it. */
record ServiceMonitor(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

  record Spec(
      LabelSelector selector,
      @Nullable NamespaceSelector namespaceSelector,
      List<Endpoint> endpoints) {}

  record NamespaceSelector(List<String> matchNames) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Endpoint(
      String port,
      String path,
      @Nullable String scheme,
      String interval,
      @Nullable String scrapeTimeout,
      @Nullable List<JsonNode> relabelings,
      @Nullable List<JsonNode> metricRelabelings) {}

  /** The same for pods. */
  record PodMonitor(String apiVersion, String kind, ObjectMeta metadata, PodSpec spec) {}

  record PodSpec(
      LabelSelector selector,
      @Nullable NamespaceSelector namespaceSelector,
      List<Endpoint> podMetricsEndpoints) {}

  /** A result of the monitor for each of these targets, in place of a scrape of its own. */
  record Probe(String apiVersion, String kind, ObjectMeta metadata, ProbeSpec spec) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProbeSpec(
      Prober prober,
      String module,
      String interval,
      @Nullable String scrapeTimeout,
      @Nullable Authorization authorization,
      ProbeTargets targets,
      @Nullable List<JsonNode> metricRelabelings) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Prober(String url, String path, @Nullable String scheme) {}

  record Authorization(SecretKeySelector credentials) {}

  record ProbeTargets(StaticConfig staticConfig) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StaticConfig(
      @JsonProperty("static") List<String> names, @Nullable List<JsonNode> relabelingConfigs) {}
}
