package io.goldenpath.deployment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules file, as the chart and Compose hand it to Prometheus; also a PrometheusRule's spec. */
record AlertRules(List<Group> groups) {

  static final Path FILE = Path.of("helm/golden-path-monitor/files/rules.yaml");

  record Group(String name, List<Rule> rules) {}

  /** An alert, or a series that is recorded for the alerts. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({@JsonSubTypes.Type(Alert.class), @JsonSubTypes.Type(RecordedSeries.class)})
  sealed interface Rule {}

  record RecordedSeries(
      @JsonProperty("record") String series, String expr, @Nullable Map<String, String> labels)
      implements Rule {}

  record Alert(
      String alert,
      String expr,
      @JsonProperty("for") @Nullable String holding,
      @JsonProperty("keep_firing_for") @Nullable String keeping,
      Labels labels,
      Annotations annotations)
      implements Rule {}

  record Labels(String severity, @Nullable String team) {}

  record Annotations(
      String summary,
      String description,
      String page,
      @JsonProperty("runbook_url") String runbook) {}

  static AlertRules read() throws IOException {
    return new YAMLMapper().readValue(Files.readString(FILE), AlertRules.class);
  }

  Stream<Alert> alerts() {
    return rules(Alert.class);
  }

  Stream<RecordedSeries> recorded(String series) {
    return rules(RecordedSeries.class).filter(rule -> rule.series().equals(series));
  }

  /** Of alerts and recorded series. */
  Stream<String> expressions() {
    return Stream.concat(
        alerts().map(Alert::expr), rules(RecordedSeries.class).map(RecordedSeries::expr));
  }

  private <R extends Rule> Stream<R> rules(Class<R> kind) {
    return groups.stream()
        .flatMap(group -> group.rules().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
