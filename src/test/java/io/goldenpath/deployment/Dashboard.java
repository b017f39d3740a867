package io.goldenpath.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Grafana dashboard, as the chart and Compose hand it to Grafana. */
record Dashboard(String name, JsonNode json) {

  static final Path FOLDER = Path.of("helm/golden-path-monitor/files/dashboards");

  /** In the order in which somebody looks. */
  static final List<String> NAMES = List.of("fleet", "probe", "runs", "monitor");

  /**
   * One query of one panel, or of an annotation.
   *
   * @param panel The panel's title.
   * @param minInterval The panel's "Min interval"; empty where it has none.
   * @param instant Whether it asks for one moment.
   */
  record Query(
      String dashboard,
      String panel,
      String refId,
      String expression,
      String minInterval,
      boolean instant) {

    /** With other "Min intervals" in place of these. */
    Query least(Map<String, String> intervals) {
      return new Query(
          dashboard,
          panel,
          refId,
          expression,
          intervals.getOrDefault(minInterval, minInterval),
          instant);
    }

    @Override
    public String toString() {
      return "%s: %s %s".formatted(dashboard, panel, refId);
    }
  }

  /**
   * A variable whose values Grafana asks Prometheus for.
   *
   * @param regex What is taken of each answer, between slashes; empty where all of it is.
   */
  record Variable(String name, String definition, String regex) {}

  static Path file(String name) {
    return FOLDER.resolve(name + ".json");
  }

  static Dashboard read(String name) throws IOException {
    return new Dashboard(name, JsonMapper.shared().readTree(Files.readString(file(name))));
  }

  static List<Dashboard> all() throws IOException {
    List<Dashboard> all = new ArrayList<>();
    for (String name : NAMES) {
      all.add(read(name));
    }
    return all;
  }

  /** What all of them ask Prometheus for. */
  static Stream<Query> allQueries() throws IOException {
    return all().stream().flatMap(dashboard -> dashboard.queries().stream());
  }

  List<JsonNode> panels() {
    return each(json.path("panels"));
  }

  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (JsonNode panel : panels()) {
      for (JsonNode target : panel.path("targets")) {
        queries.add(
            new Query(
                name,
                text(panel, "title"),
                text(target, "refId"),
                text(target, "expr"),
                text(panel, "interval"),
                target.path("instant").booleanValue(false)));
      }
    }
    for (JsonNode annotation : json.path("annotations").path("list")) {
      String title = "annotation " + text(annotation, "name");
      queries.add(new Query(name, title, "", text(annotation, "expr"), "", false));
    }
    return queries;
  }

  Query query(String panel, String refId) {
    return queries().stream()
        .filter(query -> query.panel().equals(panel) && query.refId().equals(refId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no query " + refId + " of " + panel));
  }

  List<Variable> variables() {
    return each(json.path("templating").path("list")).stream()
        .filter(variable -> text(variable, "type").equals("query"))
        .map(variable ->
            new Variable(
                text(variable, "name"), text(variable, "definition"), text(variable, "regex")))
        .toList();
  }

  Optional<Variable> variable(String variable) {
    return variables().stream().filter(one -> one.name().equals(variable)).findFirst();
  }

  @Override
  public String toString() {
    return name;
  }

  static List<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  static String text(JsonNode node, String field) {
    return node.path(field).stringValue("");
  }
}
