package io.goldenpath.settings.service;

import io.goldenpath.settings.mistakes.SettingKey;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the labels of a target. */
public record TargetLabelsReader(SettingKey at) {

  /** Those of the monitor's series and alerts, and those that Prometheus and its operator add. */
  public static final Set<String> TAKEN =
      Set.of(
          "alertname",
          "class",
          "cluster",
          "container",
          "contract",
          "dialect",
          "endpoint",
          "event",
          "good",
          "instance",
          "interval",
          "job",
          "journey",
          "kind",
          "le",
          "location",
          "meaning",
          "namespace",
          "node",
          "outcome",
          "phase",
          "pod",
          "quantile",
          "reason",
          "receiver",
          "service",
          "severity",
          "step",
          "target",
          "timeout",
          "token",
          "user",
          "verdict",
          "version",
          "within");

  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");
  private static final int MOST = 10;
  private static final int LONGEST = 128;

  /** With those that are wrong, for there are mistakes then. */
  public SortedMap<String, String> read(Map<String, String> written) {
    if (written.size() > MOST) {
      at.wrong("expected at most %d, but there are %d", MOST, written.size());
    }
    written.forEach((name, value) -> check(at.child(name), name, value));
    return new TreeMap<>(written);
  }

  private static void check(SettingKey at, String name, String value) {
    if (!NAME.matcher(name).matches()) {
      at.wrong("a label's name is a letter, then a-z, A-Z, 0-9 and '_', but is '%s'", name);
    } else if (TAKEN.contains(name)) {
      at.wrong("'%s' is a label already, of the monitor or of Prometheus; choose another", name);
    }
    if (value.isBlank()) {
      at.wrong("is empty; to Prometheus that is no label");
    } else if (value.length() > LONGEST) {
      at.wrong("must have at most %d characters, but has %d", LONGEST, value.length());
    } else if (value.chars().anyMatch(Character::isISOControl)) {
      at.wrong("must not hold line ends or other control characters");
    }
  }
}
