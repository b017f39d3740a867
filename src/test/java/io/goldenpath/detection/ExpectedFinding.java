package io.goldenpath.detection;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;

/**
 * What a finding says, without the words.
 *
 * @param kind What it is.
 * @param step Where it was found.
 * @param severity How much it weighs.
 */
record ExpectedFinding(FindingKind kind, Step step, Severity severity) {

  static ExpectedFinding of(FindingKind kind, Step step) {
    return new ExpectedFinding(kind, step, kind.severity());
  }

  static ExpectedFinding of(Finding finding) {
    return new ExpectedFinding(finding.kind(), finding.step(), finding.severity());
  }

  @Override
  public String toString() {
    return "`%s` in %s (%s)".formatted(kind.label(), step.label(), severity.label());
  }
}
