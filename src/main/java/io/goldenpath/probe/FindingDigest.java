package io.goldenpath.probe;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Findings of many users, cut to what a person can read.
 *
 * @param shown As they were found while there are few, else the heaviest.
 * @param more How many besides.
 * @param rest Those in words, such as {@code 975 silent in events, 5 dropped in send}; empty
 *     without any.
 */
public record FindingDigest(List<Finding> shown, int more, String rest) {

  private static final int GROUPS = 5;

  public FindingDigest {
    shown = List.copyOf(shown);
  }

  /** So many of these in full at most. */
  public static FindingDigest of(List<Finding> findings, int most) {
    if (findings.size() <= most) {
      return new FindingDigest(findings, 0, "");
    }
    List<Finding> heaviest =
        findings.stream().sorted(Comparator.comparing(Finding::severity).reversed()).toList();
    return new FindingDigest(
        heaviest.subList(0, most),
        findings.size() - most,
        words(heaviest.subList(most, heaviest.size())));
  }

  private static String words(List<Finding> findings) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    findings.forEach(finding ->
        counts.merge(finding.kind().label() + " in " + finding.step().label(), 1, Integer::sum));
    String most =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(GROUPS)
            .map(group -> group.getValue() + " " + group.getKey())
            .collect(Collectors.joining(", "));
    return counts.size() > GROUPS ? most + " and others" : most;
  }
}
