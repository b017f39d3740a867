package io.goldenpath.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.SampleFindings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingJsonTests {

  @Test
  void saysWhichEventItIsAbout() {
    assertThat(json(SampleFindings.missing()).path("event").stringValue())
        .isEqualTo("agent_thinking");
    assertThat(json(SampleFindings.stall(1)).has("event")).isFalse();
  }

  @Test
  void keepsItsEvidenceOnOneLevel() {
    assertThat(json(SampleFindings.leak(3, 7)).propertyNames())
        .containsExactlyInAnyOrder(
            "kind",
            "severity",
            "step",
            "user",
            "message",
            "expected",
            "seen",
            "atSeconds",
            "frames",
            "other");
  }

  private static JsonNode json(Finding finding) {
    return JsonMapper.builder().addModule(new RunJsonModule()).build().valueToTree(finding);
  }
}
