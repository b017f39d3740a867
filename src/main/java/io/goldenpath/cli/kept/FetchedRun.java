package io.goldenpath.cli.kept;

import io.goldenpath.cli.report.RunTimes;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.redaction.PrintableText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A run as the API of the monitor has it, which may be of another version than this command.
 *
 * @param json Fields that are not there read as empty.
 */
public record FetchedRun(JsonNode json) {

  /**
   * The run of this id.
   *
   * @throws MonitorUnavailableException if there is none, or nobody who could tell
   */
  public static FetchedRun find(String id, MonitorApi monitor) {
    return new FetchedRun(monitor.get("/api/runs/" + encoded(id)));
  }

  /** Newest first; the criteria are parameters of the API. */
  public static List<FetchedRun> list(Map<String, String> criteria, MonitorApi monitor) {
    String query =
        criteria.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return monitor
        .get("/api/runs?" + query)
        .path("runs")
        .valueStream()
        .map(FetchedRun::new)
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public String id() {
    return text("id");
  }

  /** Target and journey, as check names them. */
  public String probe() {
    return text("target") + "/" + text("journey");
  }

  /** Empty while it runs. */
  public String outcome() {
    return text("outcome");
  }

  String startedAt() {
    return text("startedAt");
  }

  Optional<Duration> duration() {
    return seconds(json, "durationSeconds");
  }

  /** Such as {@code wrong_answer in answer}. */
  static String findingName(JsonNode finding) {
    return printable(finding, "kind") + " in " + printable(finding, "step");
  }

  Stream<JsonNode> findings() {
    return json.path("findings").valueStream();
  }

  Stream<JsonNode> users() {
    return json.path("users").valueStream();
  }

  String text(String field) {
    return printable(json, field);
  }

  static String printable(JsonNode node, String field) {
    return PrintableText.of(node.path(field).asString(""));
  }

  static Optional<Duration> seconds(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNumber()
        ? Optional.of(Duration.ofNanos(Math.round(value.doubleValue() * 1e9)))
        : Optional.empty();
  }

  static String millis(JsonNode node, String field) {
    return seconds(node, field).map(DurationText::millis).orElse("");
  }

  /** Those in which it is compared, by the names of {@link RunTimes}. */
  Map<String, List<Duration>> times() {
    Map<String, List<Duration>> times = new LinkedHashMap<>();
    users()
        .flatMap(user -> user.path("steps").valueStream())
        .filter(step -> !List.of("skipped", "reused").contains(printable(step, "state")))
        .forEach(step ->
            seconds(step, "durationSeconds")
                .ifPresent(took ->
                    times
                        .computeIfAbsent(printable(step, "step"), _ -> new ArrayList<>())
                        .add(took)));
    times.remove("events");
    times.remove(RunTimes.ANSWER);
    seconds(json, "firstEventSeconds")
        .ifPresent(time -> times.put(RunTimes.FIRST_EVENT, List.of(time)));
    seconds(json, "answerSeconds").ifPresent(time -> times.put(RunTimes.ANSWER, List.of(time)));
    return times;
  }
}
