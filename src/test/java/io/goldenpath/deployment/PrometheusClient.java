package io.goldenpath.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a Prometheus server. */
record PrometheusClient(String base, HttpClient http) {

  /** One line of a graph, or one row of a table. */
  record LabelledValues(Map<String, String> labels, List<Double> values) {

    String label(String name) {
      return labels.getOrDefault(name, "");
    }

    DoubleStream points() {
      return values.stream().mapToDouble(Double::doubleValue);
    }
  }

  PrometheusClient(String base) {
    this(base, HttpClient.newHttpClient());
  }

  List<LabelledValues> now(String query) throws IOException, InterruptedException {
    return lines(ask("/api/v1/query?query=" + encoded(query)));
  }

  /** What a table shows of that moment. */
  List<LabelledValues> at(Instant time, String query) throws IOException, InterruptedException {
    return lines(ask("/api/v1/query?query=" + encoded(query) + "&time=" + time));
  }

  /** What a graph shows. */
  List<LabelledValues> between(Instant start, Instant end, Duration step, String query)
      throws IOException, InterruptedException {
    String times = "&step=%d&start=%s&end=%s".formatted(step.toSeconds(), start, end);
    return lines(ask("/api/v1/query_range?query=" + encoded(query) + times));
  }

  /** What a variable of a dashboard offers. */
  List<String> labels(String label, String selector) throws IOException, InterruptedException {
    JsonNode data = ask("/api/v1/label/" + label + "/values?match%5B%5D=" + encoded(selector));
    return StreamSupport.stream(data.spliterator(), false)
        .map(value -> value.stringValue(""))
        .toList();
  }

  private JsonNode ask(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20)).build();
    String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    JsonNode answer = JsonMapper.shared().readTree(body);
    assertThat(answer.path("status").stringValue("")).as(body).isEqualTo("success");
    return answer.path("data");
  }

  private static List<LabelledValues> lines(JsonNode data) {
    List<LabelledValues> lines = new ArrayList<>();
    for (JsonNode series : data.path("result")) {
      Map<String, String> labels = new LinkedHashMap<>();
      series.path("metric").forEachEntry((name, value) -> labels.put(name, value.stringValue("")));
      List<Double> values = new ArrayList<>();
      if (series.has("value")) {
        values.add(value(series.path("value")));
      }
      series.path("values").forEach(point -> values.add(value(point)));
      lines.add(new LabelledValues(labels, values));
    }
    return lines;
  }

  private static double value(JsonNode point) {
    return switch (point.path(1).stringValue("")) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case String number -> Double.parseDouble(number);
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
