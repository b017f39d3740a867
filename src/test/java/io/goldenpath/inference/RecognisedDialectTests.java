package io.goldenpath.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.cli.recording.BundledDialectMatch;
import io.goldenpath.journey.login.YamlTargetRunner;
import org.junit.jupiter.api.Test;

/** Recordings of platforms that speak a bundled dialect, and of some that almost do. */
class RecognisedDialectTests {

  private static final String ASK =
      "{\"type\":\"user_message\",\"payload\":{\"content\":\"what is 17 + 25 ?\"}}";
  private static final String READY = "{\"type\":\"connection_established\"}";
  private static final String[] ANSWER = {
    event("agent_started", ""),
    event("agent_thinking", "\"thought\":\"adding\""),
    event("tool_executing", "\"tool_name\":\"calculator\""),
    event("tool_completed", "\"tool_name\":\"calculator\""),
    event("agent_completed", "\"result\":\"It is 42.\"")
  };

  private final HarFixture recording = new HarFixture();

  private static String event(String name, String payload) {
    return "{\"type\":\"%s\",\"run_id\":\"run_1\",\"agent_name\":\"triage\",\"payload\":{%s}}"
        .formatted(name, payload);
  }

  @Test
  void needNoDescription() {
    String yaml = yaml(recording.received(READY).sent(ASK).received(ANSWER));

    assertThat(yaml)
        .contains("dialect: agent-events  # bundled", "contract: default")
        .doesNotContain("dialects:", "contracts:");
  }

  @Test
  void areDescribedWhereAMessageOfTheAnswerIsUnknown() {
    String yaml =
        yaml(recording.received(READY).sent(ASK).received("{\"type\":\"x\"}").received(ANSWER));

    assertThat(yaml).contains("dialect: chat ", "dialects:");
  }

  @Test
  void areDescribedWhereThePageAskedInOtherWords() {
    String yaml =
        yaml(
            recording
                .received(READY)
                .sent(ASK.replace("\"content\"", "\"model\":\"fast\",\"content\""))
                .received(ANSWER));

    assertThat(yaml).contains("dialect: chat ", "dialects:");
  }

  private static String yaml(HarFixture recording) {
    String yaml = RecordedSettings.yaml(recording.har(), "chat", null, BundledDialectMatch::of);
    YamlTargetRunner.only(yaml);
    return yaml;
  }
}
