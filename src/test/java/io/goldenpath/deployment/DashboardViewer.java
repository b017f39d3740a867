package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.deployment.PrometheusClient.LabelledValues;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks Prometheus what Grafana would ask for somebody who looks at a dashboard, with intervals as
 * Grafana reckons them.
 *
 * @param scrape The scrape interval in Grafana's data source.
 * @param points Points that fit into a panel.
 * @param chosen What is chosen, by variable; the rest is at "All".
 */
record DashboardViewer(
    PrometheusClient prometheus,
    Instant from,
    Instant to,
    Duration scrape,
    int points,
    Map<String, String> chosen) {

  private static final Pattern VARIABLE = Pattern.compile("\\$([a-z]+)");
  private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");
  private static final Pattern QUERY_RESULT = Pattern.compile("query_result\\((.+)\\)");

  DashboardViewer choosing(Map<String, String> variables) {
    return new DashboardViewer(prometheus, from, to, scrape, points, variables);
  }

  List<LabelledValues> lines(Dashboard dashboard, Dashboard.Query query)
      throws IOException, InterruptedException {
    Duration step = step(dashboard, query);
    String sent = filled(query.expression(), step);
    assertThat(sent).as("all variables are filled in").doesNotContain("$");
    if (query.instant()) {
      return prometheus.at(to, sent);
    }
    return prometheus.between(aligned(from, step), aligned(to, step), step, sent);
  }

  /** How many points a line without holes has. */
  long steps(Dashboard dashboard, Dashboard.Query query) throws IOException, InterruptedException {
    Duration step = step(dashboard, query);
    return Duration.between(aligned(from, step), aligned(to, step)).dividedBy(step) + 1;
  }

  /** What the drop-down list of a variable offers. */
  List<String> offered(Dashboard.Variable variable) throws IOException, InterruptedException {
    Matcher labels = LABEL_VALUES.matcher(variable.definition());
    assertThat(labels.matches()).as(variable.definition()).isTrue();
    return prometheus.labels(labels.group(2), filled(labels.group(1), scrape));
  }

  /** Twice the longest interval of the chosen probes, by the dashboard's own variable. */
  Duration window(Dashboard dashboard) throws IOException, InterruptedException {
    Optional<Dashboard.Variable> window = dashboard.variable("window");
    if (window.isEmpty()) {
      return Duration.ZERO;
    }
    Matcher result = QUERY_RESULT.matcher(window.get().definition());
    assertThat(result.matches()).as(window.get().definition()).isTrue();
    List<LabelledValues> values = prometheus.at(to, filled(result.group(1), scrape));
    assertThat(values).hasSize(1);
    String value = values.getFirst().labels() + " " + number(values.getFirst()) + " " + to;
    String regex = window.get().regex();
    Matcher seconds = Pattern.compile(regex.substring(1, regex.length() - 1)).matcher(value);
    assertThat(seconds.find()).as(value).isTrue();
    return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
  }

  /** {@code $__interval}: what fits into the panel, and no less than its "Min interval". */
  private Duration step(Dashboard dashboard, Dashboard.Query query)
      throws IOException, InterruptedException {
    Duration fitting = Duration.between(from, to).dividedBy(points);
    Duration least =
        switch (query.minInterval()) {
          case "" -> scrape;
          case "${window}s" -> window(dashboard);
          case String fixed -> Duration.parse("PT" + fixed);
        };
    return least.compareTo(fitting) > 0 ? least : Duration.ofSeconds(fitting.toSeconds());
  }

  private String filled(String text, Duration step) {
    Duration rate = longer(step.plus(scrape), scrape.multipliedBy(4));
    long range = Duration.between(from, to).toSeconds();
    return VARIABLE
        .matcher(
            text.replace("$__rate_interval", rate.toSeconds() + "s")
                .replace("$__range_s", String.valueOf(range))
                .replace("$__range", range + "s")
                .replace("$__interval", step.toSeconds() + "s"))
        .replaceAll(variable -> chosen.getOrDefault(variable.group(1), ".*"));
  }

  private static String number(LabelledValues values) {
    double value = values.values().getFirst();
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Instant aligned(Instant time, Duration step) {
    return Instant.ofEpochSecond(time.getEpochSecond() / step.toSeconds() * step.toSeconds());
  }
}
