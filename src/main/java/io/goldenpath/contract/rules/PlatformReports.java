package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.model.finding.FindingKind.MALFORMED_EVENT;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;

/** Reports what frames other than agent events say of the platform's state. */
record PlatformReports(Findings findings, Step step) {

  void degraded(String text, int frame, long nanos) {
    draft(DEGRADED_SERVICE, text, frame, nanos)
        .expected("a healthy platform")
        .says("The platform reports that it is degraded: %s", Excerpt.of(text));
  }

  void response(FrameContent.Response response, int frame, long nanos) {
    if (response.canned()) {
      draft(DEGRADED_SERVICE, response.text(), frame, nanos)
          .expected("an agent's answer")
          .says("The platform answers with a canned response: %s", Excerpt.quoted(response.text()));
    }
  }

  void unreadable(String reason, int frame, long nanos) {
    draft(MALFORMED_EVENT, reason, frame, nanos)
        .expected("frames that can be read")
        .says("A frame cannot be read: %s", reason);
  }

  private FindingDraft draft(FindingKind kind, String seen, int frame, long nanos) {
    return findings.of(kind).in(step).at(nanos).frames(frame).seen(Excerpt.of(seen));
  }
}
