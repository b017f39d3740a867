package io.goldenpath.deployment;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A scrape with no more series than a monitor need have. */
final class LeanScrape {

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "goldenpath_(step_duration|connect_phase|event_gap|event_delay)_seconds_bucket.*");

  /** These say how the monitor is: target and journey are none of their labels. */
  private static final Pattern OF_THE_MONITOR =
      Pattern.compile("goldenpath_(schedule_lateness_seconds|runs_in_flight).*");

  private LeanScrape() {}

  /** Keeps lateness and runs in flight of one target, as if they were all. */
  static String of(String scrape, String target) {
    return scrape
        .lines()
        .filter(line -> !leftOut(line))
        .map(line -> OF_THE_MONITOR.matcher(line).matches() ? ofTheMonitor(line, target) : line)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static boolean leftOut(String line) {
    return line.contains("_max{")
        || line.contains("_max ")
        || LEFT_OUT.matcher(line).matches()
        || line.startsWith("goldenpath_findings_total{")
            && line.endsWith(" 0.0")
            && !line.contains("severity=\"critical\"");
  }

  private static String ofTheMonitor(String line, String target) {
    return line.contains("target=\"") && !line.contains("target=\"" + target + "\"")
        ? ""
        : line.replaceAll("journey=\"[^\"]*\",|,target=\"[^\"]*\"", "");
  }
}
