package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.redaction.PrintableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A finding in words: one headline, and its evidence by label. */
record FindingLines(String headline, Map<String, String> evidence) {

  static final int MAX_FINDINGS = 20;

  /** The headline names the user where the run has {@code several}. */
  static FindingLines of(Finding finding, boolean several) {
    Evidence evidence = finding.evidence();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("expected", evidence.expected());
    lines.put("seen", evidence.seen());
    put(lines, "frames", evidence.frames());
    Evidence.OtherUser other = evidence.otherUser();
    if (other != null) {
      put(lines, "frames of user " + other.slot(), other.frames());
    }
    lines.replaceAll((_, text) -> PrintableText.of(text));
    return new FindingLines(PrintableText.of(finding.headline(several)), lines);
  }

  private static void put(Map<String, String> lines, String label, List<Integer> frames) {
    if (!frames.isEmpty()) {
      lines.put(label, frames.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
  }
}
