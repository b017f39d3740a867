package io.goldenpath.web;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Severity;
import java.util.Comparator;
import java.util.List;

/** One broken promise as pages show it. */
record FindingView(
    String kind,
    String severity,
    String where,
    String message,
    String expected,
    String seen,
    List<FrameLink> frames) {

  /** A frame that a finding speaks of. */
  record FrameLink(int number, String anchor) {}

  static FindingView of(Finding finding) {
    return new FindingView(
        finding.kind().label(),
        finding.severity().label(),
        "in %s, user %d, at %s"
            .formatted(finding.step().label(), finding.slot(), Words.of(finding.evidence().at())),
        finding.message(),
        finding.evidence().expected(),
        finding.evidence().seen(),
        finding.evidence().frames().stream()
            .map(number -> new FrameLink(number, FrameView.anchor(finding.slot(), number)))
            .toList());
  }

  /** All of these, heaviest first, so that the first is the one that the strip points at. */
  static List<FindingView> all(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .map(FindingView::of)
        .toList();
  }

  /** Only what counts against somebody. */
  static List<FindingView> faults(List<Finding> findings) {
    return all(findings.stream().filter(finding -> finding.severity() != Severity.INFO).toList());
  }
}
