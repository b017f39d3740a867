package io.goldenpath.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Grafana dashboard, as the chart and Compose hand it to Grafana. */
record Dashboard(JsonNode json) {

  static final Path FILE = Path.of("helm/golden-path-monitor/files/dashboard.json");

  private static final Pattern VARIABLE = Pattern.compile("label_values\\((.+), (\\w+)\\)");

  /** One query of one panel, or of an annotation. */
  record Query(String panel, String refId, String expression, boolean instant) {

    /** As Grafana sends it with every variable at "All" and a scrape a second. */
    String sent() {
      return expression
          .replaceAll("\\$(target|journey|location)", ".*")
          .replace("$__rate_interval", "10s");
    }

    @Override
    public String toString() {
      return panel + " " + refId;
    }
  }

  /** A variable: the values of a label among these series. */
  record Variable(String selector, String label) {}

  static Dashboard read() throws IOException {
    return new Dashboard(JsonMapper.shared().readTree(Files.readString(FILE)));
  }

  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (JsonNode panel : json.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        queries.add(
            new Query(
                panel.path("title").stringValue(""),
                target.path("refId").stringValue(""),
                target.path("expr").stringValue(""),
                target.path("instant").booleanValue(false)));
      }
    }
    for (JsonNode annotation : json.path("annotations").path("list")) {
      queries.add(
          new Query(
              "annotation " + annotation.path("name").stringValue(""),
              "",
              annotation.path("expr").stringValue(""),
              false));
    }
    return queries;
  }

  List<Variable> variables() {
    List<Variable> variables = new ArrayList<>();
    for (JsonNode variable : json.path("templating").path("list")) {
      Matcher query = VARIABLE.matcher(variable.path("definition").stringValue(""));
      if (query.matches()) {
        variables.add(
            new Variable(query.group(1).replaceAll("\\$(target|location)", ".*"), query.group(2)));
      }
    }
    return variables;
  }
}
