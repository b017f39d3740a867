package io.goldenpath.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TranscriptTests {

  @Test
  void changesTheTextsOfFramesUpToANumberAlone() {
    Transcript transcript = new Transcript(List.of(frame(1, "a"), frame(2, "b"), frame(9, "c")), 6);

    Transcript changed = transcript.withTexts(2, text -> text.toUpperCase(Locale.ROOT));

    assertThat(changed.frames()).extracting(Frame::text).containsExactly("A", "B", "c");
    assertThat(changed.omitted()).isEqualTo(6);
    assertThat(transcript.withTexts(0, _ -> "")).isEqualTo(transcript);
  }

  private static Frame frame(int number, String text) {
    return new Frame(number, Frame.Direction.RECEIVED, Duration.ZERO, 1, text);
  }
}
