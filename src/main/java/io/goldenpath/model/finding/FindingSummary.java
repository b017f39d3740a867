package io.goldenpath.model.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings of many users, cut to what a person can read.
 *
 * @param shown As they were found while there are few, else the heaviest.
 * @param rest The others, such as {@code 975 silent in events, 5 dropped in send}; may be empty.
 */
public record FindingSummary(List<Finding> shown, int more, String rest) {

  private static final int MAX_GROUPS = 5;

  public FindingSummary {
    shown = List.copyOf(shown);
  }

  /** Shows at most {@code most} of the findings in full. */
  public static FindingSummary of(List<Finding> findings, int most) {
    if (findings.size() <= most) {
      return new FindingSummary(findings, 0, "");
    }
    List<Finding> heaviest = findings.stream().sorted(Finding.HEAVIEST_FIRST).toList();
    return new FindingSummary(
        heaviest.subList(0, most),
        findings.size() - most,
        counted(heaviest.subList(most, heaviest.size())));
  }

  /** How many more there are, in one line; empty where all are shown. */
  public String moreText() {
    return more == 0 ? "" : "not shown: " + rest;
  }

  /** What is shown, in words, and last how many more there are. */
  public Stream<String> lines(Function<Finding, String> words) {
    return Stream.concat(
        shown.stream().map(words), Stream.of(moreText()).filter(text -> !text.isEmpty()));
  }

  private static String counted(List<Finding> findings) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    findings.forEach(finding ->
        counts.merge(finding.kind().label() + " in " + finding.step().label(), 1, Integer::sum));
    String most =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(MAX_GROUPS)
            .map(group -> group.getValue() + " " + group.getKey())
            .collect(Collectors.joining(", "));
    return counts.size() > MAX_GROUPS ? most + " and others" : most;
  }
}
