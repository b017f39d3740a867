package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One finding. */
public record FindingJson(
    String kind,
    String severity,
    String step,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String event,
    int user,
    String message,
    @JsonUnwrapped EvidenceJson evidence) {

  /** What a finding rests on. */
  record EvidenceJson(
      String expected,
      String seen,
      double atSeconds,
      List<Integer> frames,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OtherUserJson other) {

    static EvidenceJson of(Evidence evidence) {
      Evidence.OtherUser other = evidence.otherUser();
      return new EvidenceJson(
          evidence.expected(),
          evidence.seen(),
          JsonSeconds.of(evidence.at()),
          evidence.frames(),
          other == null ? null : new OtherUserJson(other.slot(), other.frames()));
    }
  }

  /** Another user whom a finding concerns. */
  record OtherUserJson(int user, List<Integer> frames) {}

  static FindingJson of(Finding finding) {
    return new FindingJson(
        finding.kind().label(),
        finding.severity().label(),
        finding.step().label(),
        finding.event(),
        finding.slot(),
        finding.message(),
        EvidenceJson.of(finding.evidence()));
  }
}
