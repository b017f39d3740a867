package io.goldenpath.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The values of the chart with their defaults, and what the comments above them say. */
record ValuesPage(List<Row> rows) {

  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z0-9]+):.*");

  /** One value; what it is for is empty where no comment stands above it. */
  record Row(String key, String what, JsonNode value) {

    boolean isWithin(Row other) {
      return key.startsWith(other.key() + ".");
    }
  }

  static ValuesPage read(Path values) throws IOException {
    JsonNode tree = new YAMLMapper().readTree(Files.readString(values));
    List<Row> rows = new ArrayList<>();
    List<String> path = new ArrayList<>();
    List<String> comment = new ArrayList<>();
    for (String line : Files.readAllLines(values)) {
      Matcher key = KEY.matcher(line);
      if (line.strip().startsWith("#")) {
        comment.add(line.strip().replaceFirst("# ?", ""));
        continue;
      }
      if (key.matches()) {
        path = new ArrayList<>(path.subList(0, key.group(1).length() / 2));
        path.add(key.group(2));
        String pointer = "/" + String.join("/", path);
        rows.add(new Row(String.join(".", path), String.join(" ", comment), tree.at(pointer)));
      }
      comment.clear();
    }
    return new ValuesPage(rows);
  }

  /** All but the parts of a value that is explained as a whole. */
  List<Row> told() {
    return rows.stream()
        .filter(row -> rows.stream().filter(row::isWithin).allMatch(this::hasExplainedParts))
        .toList();
  }

  boolean hasExplainedParts(Row row) {
    return rows.stream().anyMatch(part -> part.isWithin(row) && !part.what().isEmpty());
  }

  /** As a table. */
  String markdown() {
    StringBuilder table = new StringBuilder("| value | default | what |\n|---|---|---|\n");
    for (Row row : told()) {
      String value = hasExplainedParts(row) ? "" : "`" + row.value() + "`";
      table.append("| `%s` | %s | %s |\n".formatted(row.key(), value, row.what()));
    }
    return table.toString();
  }
}
