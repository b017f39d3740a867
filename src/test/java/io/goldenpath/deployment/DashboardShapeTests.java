package io.goldenpath.deployment;

import static io.goldenpath.deployment.Dashboard.each;
import static io.goldenpath.deployment.Dashboard.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Dashboards as Grafana imports them, and as people read them. */
class DashboardShapeTests {

  private static final int WIDTH = 24;
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-zA-Z_]+)(?:[.:\\[][^}]*)?}?");
  private static final Pattern RATE_OF_RUNS =
      Pattern.compile("rate\\(goldenpath_(?!stalled)|_bucket");
  private static final Pattern UID = Pattern.compile("\"uid\":\"([^\"]*)\"");

  static List<Dashboard> dashboards() throws IOException {
    return Dashboard.all();
  }

  @Test
  void eachHasAnIdOfItsOwnAndLinksToTheOthers() throws IOException {
    assertThat(dashboards())
        .extracting(dashboard -> text(dashboard.json(), "uid"))
        .doesNotHaveDuplicates();
    assertThat(dashboards())
        .allSatisfy(dashboard -> {
          assertThat(dashboard.json().path("tags").toString()).isEqualTo("[\"golden-path\"]");
          assertThat(dashboard.json().path("schemaVersion").intValue(0)).isEqualTo(39);
          JsonNode others = dashboard.json().path("links").path(0);
          assertThat(text(others, "type")).isEqualTo("dashboards");
          assertThat(others.path("tags").toString()).isEqualTo("[\"golden-path\"]");
          assertThat(others.path("includeVars").booleanValue(false)).isTrue();
          assertThat(others.path("keepTime").booleanValue(false)).isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsLieSideBySide(Dashboard dashboard) {
    Set<String> taken = new HashSet<>();
    Set<Integer> ids = new HashSet<>();
    for (JsonNode panel : dashboard.panels()) {
      assertThat(ids.add(panel.path("id").intValue(0))).as(text(panel, "title")).isTrue();
      JsonNode place = panel.path("gridPos");
      for (int x = 0; x < place.path("w").intValue(0); x++) {
        for (int y = 0; y < place.path("h").intValue(0); y++) {
          int column = place.path("x").intValue(0) + x;
          assertThat(column).isLessThan(WIDTH);
          assertThat(taken.add(column + " " + (place.path("y").intValue(0) + y)))
              .as("place of " + text(panel, "title"))
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsSayWhatTheyShowAndWhatToDo(Dashboard dashboard) {
    assertSoftly(softly -> {
      for (JsonNode panel : panels(dashboard)) {
        JsonNode defaults = panel.path("fieldConfig").path("defaults");
        String title = text(panel, "title");
        softly.assertThat(title).isNotBlank();
        softly.assertThat(text(panel, "description")).as(title).matches("(?s)[A-Z'].{10,}\\.");
        if (!text(panel, "type").equals("text")) {
          softly.assertThat(text(defaults, "unit")).as("unit of " + title).isNotBlank();
          softly
              .assertThat(!text(defaults, "noValue").isEmpty() || alwaysThere(panel))
              .as("what " + title + " says where there is nothing")
              .isTrue();
        }
      }
    });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyDataSourceIsTheChosenOne(Dashboard dashboard) {
    List<JsonNode> sources = dashboard.json().findValues("datasource");

    assertThat(sources).isNotEmpty();
    assertThat(sources)
        .extracting(JsonNode::toString)
        .containsOnly("{\"type\":\"prometheus\",\"uid\":\"${datasource}\"}");
    assertThat(UID.matcher(dashboard.json().toString()).results().map(uid -> uid.group(1)))
        .containsOnly("${datasource}", text(dashboard.json(), "uid"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyVariableThatIsUsedIsThere(Dashboard dashboard) {
    Set<String> there =
        each(dashboard.json().path("templating").path("list")).stream()
            .map(variable -> text(variable, "name"))
            .collect(Collectors.toSet());
    Set<String> used =
        VARIABLE
            .matcher(dashboard.json().toString())
            .results()
            .map(match -> match.group(1))
            .filter(name -> !name.startsWith("__"))
            .collect(Collectors.toSet());

    assertThat(used).isEqualTo(there);
    assertThat(there).contains("datasource", "cluster", "namespace", "location", "monitor");
  }

  /** Grafana's own interval knows how often is scraped, but not how seldom a probe runs. */
  @ParameterizedTest
  @MethodSource("dashboards")
  void ratesOfRunsLookBackOverTwoRuns(Dashboard dashboard) {
    for (JsonNode panel : panels(dashboard)) {
      List<String> rates =
          each(panel.path("targets")).stream()
              .map(target -> text(target, "expr"))
              .filter(expression -> expression.contains("$__rate_interval"))
              .toList();

      assertThat(text(panel, "interval"))
          .as(text(panel, "title"))
          .isEqualTo(rates.isEmpty() ? "" : leastInterval(rates));
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void rowsAboutProbesLeadToTheirPages(Dashboard dashboard) {
    String page = "${monitor:raw}/targets/${__data.fields.target}/${__data.fields.journey}";

    assertThat(panels(dashboard))
        .filteredOn(panel ->
            text(panel, "type").equals("table")
                && panel.path("targets").toString().contains("target, journey"))
        .allSatisfy(panel ->
            assertThat(panel.path("fieldConfig").path("overrides").toString())
                .as(text(panel, "title"))
                .contains(page, "/d/golden-path-probe?var-target=${__data.fields.target}"));
  }

  /** A verdict is told by its colour, its shape and its name. */
  @Test
  void verdictsLookAsOnTheStatusPage() throws IOException {
    String css = Files.readString(Path.of("src/main/resources/static/page.css"));
    Set<String> looks =
        dashboards().stream()
            .flatMap(dashboard -> dashboard.json().findValues("mappings").stream())
            .flatMap(mappings -> mappings.findValues("options").stream())
            .flatMap(options -> each(options).stream())
            .map(look -> text(look, "text") + " " + text(look, "color"))
            .collect(Collectors.toSet());

    assertThat(looks)
        .contains(
            "✕ down " + colour(css, "down"),
            "▲ degraded " + colour(css, "degraded-mark"),
            "● up " + colour(css, "accent"),
            "? unknown #8a919b");
  }

  private static String colour(String css, String name) {
    return Pattern.compile("--" + name + ": (#\\w+);")
        .matcher(css)
        .results()
        .map(MatchResult::group)
        .map(found -> found.replaceAll(".*(#\\w+);", "$1"))
        .findFirst()
        .orElseThrow();
  }

  /** What counts needs no run in every interval, for none is a number too. */
  private static String leastInterval(List<String> rates) {
    return rates.stream().anyMatch(rate -> RATE_OF_RUNS.matcher(rate).find()) ? "${window}s" : "5m";
  }

  private static List<JsonNode> panels(Dashboard dashboard) {
    return dashboard.panels().stream().filter(panel -> !text(panel, "type").equals("row")).toList();
  }

  private static boolean alwaysThere(JsonNode panel) {
    List<String> expressions = new ArrayList<>();
    panel.path("targets").forEach(target -> expressions.add(text(target, "expr")));
    return Stream.of(expressions)
        .flatMap(List::stream)
        .allMatch(expression -> expression.endsWith("or vector(0)"));
  }
}
