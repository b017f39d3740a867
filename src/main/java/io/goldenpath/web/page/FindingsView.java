package io.goldenpath.web.page;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import java.util.List;

/**
 * Findings, the heaviest first, so that the first is the one that the strip points at.
 *
 * @param shown All of them, or the heaviest of very many.
 * @param more The rest in words; empty where all are shown.
 */
record FindingsView(List<FindingView> shown, String more) {

  /**
   * @param page where their frames are shown; empty on that page itself
   */
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
