package io.goldenpath.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a frame says of itself. */
class TranscriptTextTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"2", "3", "\n", "{\"type\":\"ping\"}", "{\"type\": \"connection.heartbeat\"}"})
  void knowsPingsOfAllFramings(String text) {
    assertThat(new TranscriptText(text).ping()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"shopping\"}", "{\"type\":\"user_message\"}", "24"})
  void takesNothingElseForOne(String text) {
    assertThat(new TranscriptText(text).ping()).isFalse();
  }

  @Test
  void readsTheTypeOfJsonSocketIoAndStomp() {
    assertThat(new TranscriptText("{\"id\":\"1\",\"type\":\"next\"}").type()).isEqualTo("next");
    assertThat(new TranscriptText("42[\"agent_event\",{}]").type()).isEqualTo("agent_event");
    assertThat(new TranscriptText("ERROR\nmessage:no\n\n").type()).isEqualTo("ERROR");
    assertThat(new TranscriptText("hello").type()).isEmpty();
  }

  @Test
  void marksWhatSaysThatItIsAnError() {
    assertThat(new TranscriptText("{\"type\":\"run_failed\"}").error()).isTrue();
    assertThat(new TranscriptText("{\"type\":\"run_finished\"}").error()).isFalse();
  }

  @Test
  void hasALineEvenOfNothing() {
    assertThat(new TranscriptText("").line(200)).isEqualTo("(empty)");
    assertThat(new TranscriptText("\n").line(200)).isEqualTo("(line end)");
    assertThat(new TranscriptText("a\n  b").line(200)).isEqualTo("a b");
    assertThat(new TranscriptText("x".repeat(300)).line(200)).hasSize(201).endsWith("…");
  }
}
