package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;

/**
 * An owner that cannot be read, so that nobody can say whether the frame is another user's.
 *
 * @param what Where it is, and what stands there.
 */
public record UnreadableOwner(String what, Step step, int frame, long nanos) {

  /** Whether a finding tells of such an owner, and not of a leak. */
  public static boolean isTold(Finding finding) {
    return finding.kind() == LEAK_IDENTITY && finding.severity() == Severity.INFO;
  }

  public void tell(Findings findings, int slot) {
    findings
        .of(LEAK_IDENTITY)
        .as(Severity.INFO)
        .in(step)
        .user(slot)
        .at(nanos)
        .frames(frame)
        .contrast("the id of a user, a text or a number", what)
        .says(
            "The owner of a frame cannot be read: %s; whether it is another user's is not known",
            what);
  }
}
