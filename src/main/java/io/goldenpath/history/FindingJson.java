package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenpath.model.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One broken promise. */
public record FindingJson(
    String kind,
    String severity,
    String step,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String event,
    int user,
    String expected,
    String seen,
    String message,
    double atSeconds,
    List<Integer> frames,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OtherUserJson other) {

  static FindingJson of(Finding finding) {
    return new FindingJson(
        finding.kind().label(),
        finding.severity().label(),
        finding.step().label(),
        finding.event(),
        finding.slot(),
        finding.evidence().expected(),
        finding.evidence().seen(),
        finding.message(),
        JsonSeconds.of(finding.evidence().at()),
        finding.evidence().frames(),
        OtherUserJson.ofNullable(finding.evidence().otherUser()));
  }
}
