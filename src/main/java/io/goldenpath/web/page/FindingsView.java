package io.goldenpath.web.page;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import java.util.List;

/** Findings, the heaviest first, as on the strip; {@code more} tells the rest, or is empty. */
record FindingsView(List<FindingView> shown, String more) {

  /** Links lead to {@code page}, which is empty on that page itself. */
  static FindingsView of(List<Finding> findings, int limit, String page) {
    FindingSummary summary = FindingSummary.of(findings, limit);
    return new FindingsView(
        summary.shown().stream()
            .sorted(Finding.HEAVIEST_FIRST)
            .map(finding -> FindingView.of(finding, page))
            .toList(),
        summary.moreText());
  }
}
