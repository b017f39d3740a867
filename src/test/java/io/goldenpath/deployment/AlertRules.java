package io.goldenpath.deployment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules file, as the chart and Compose hand it to Prometheus; also a PrometheusRule's spec. */
record AlertRules(List<Group> groups) {

  static final Path FILE = Path.of("helm/golden-path-monitor/files/rules.yaml");

  record Group(String name, List<Alert> rules) {}

  record Alert(
      String alert,
      String expr,
      @JsonProperty("for") @Nullable String holding,
      @JsonProperty("keep_firing_for") @Nullable String keeping,
      Labels labels,
      Annotations annotations) {}

  record Labels(String severity) {}

  record Annotations(
      String summary,
      String description,
      String page,
      @JsonProperty("runbook_url") String runbook) {}

  static AlertRules read() throws IOException {
    return new YAMLMapper().readValue(Files.readString(FILE), AlertRules.class);
  }

  Stream<Alert> alerts() {
    return groups.stream().flatMap(group -> group.rules().stream());
  }
}
